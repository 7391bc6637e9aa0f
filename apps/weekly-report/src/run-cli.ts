import type { ExitCode } from '@clarity-keep/command-line';
import { messageOutput, runProgram } from '@clarity-keep/command-line';
import type { CliDeps } from './cli-deps.ts';
import { program } from './program.ts';

/** Runs one command line. Commands are loaded when they run, so that help appears at once. */
export function runCli(argv: readonly string[], deps: CliDeps): Promise<ExitCode> {
  return runProgram(program, argv, { ...deps, stderr: messageOutput(deps.stderr) });
}
