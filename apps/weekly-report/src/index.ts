export { checkMailSettings } from './check-mail-settings.ts';
export { runCli as runWeeklyReport } from './run-cli.ts';
