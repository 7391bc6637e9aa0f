export type { CliDeps } from './cli-deps.ts';
export { runCli } from './run-cli.ts';
