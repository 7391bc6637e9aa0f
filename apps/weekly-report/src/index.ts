export type { CliDeps as WeeklyReportDeps } from './cli-deps.ts';
export { runCli as runWeeklyReport } from './run-cli.ts';
export { parseSmtpUrl } from './send/smtp-settings.ts';
export type { SmtpSettings } from './send/smtp-settings.ts';
