export { checkMailSettings } from '@clarity-keep/reporting';
export { runCli as runWeeklyReport } from './run-cli.ts';
export type { CliDeps } from './cli-deps.ts';
export { confirmForce } from './commands/send/confirm-force.ts';
export type { SendOptions } from './commands/send/command.ts';
