export type { CliDeps, Output } from './cli-deps.ts';
export { runCli } from './run-cli.ts';
