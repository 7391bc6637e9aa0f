import type { Readable } from 'node:stream';
import type { ExitCode, Output } from '@clarity-keep/command-line';
import { exitCodes, outputStream, runProgram } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { Variables } from '@clarity-keep/environment';
import { defineProgram } from './define-program.ts';
import type { Environment } from './env.ts';
import type { RunServerDeps } from './run-server.ts';

export interface CliDeps extends RunServerDeps {
  /** The variables of the process; `.env` is read from `cwd`. */
  variables: Variables;
  /** Standard input, opened by those who read it. */
  openStdin: () => Readable;
  stdout: Output;
}

/** Runs one command line: 0 when told to stop. What answers is loaded when it starts. */
export function runCli(argv: readonly string[], deps: CliDeps): Promise<ExitCode> {
  const program = defineProgram({
    async serve({ host, port }) {
      const { runServer } = await import('./run-server.ts');
      const env = await environmentOf(deps, { HOST: host, PORT: port });
      await runServer({ deps, env });
      return exitCodes.done;
    },
    async mcp({ project = [] }) {
      const { runMcp } = await import('./mcp/run-mcp.ts');
      const env = await environmentOf(deps);
      const streams = { stdin: deps.openStdin(), stdout: outputStream(deps.stdout) };
      await runMcp({ deps: { ...deps, ...streams }, env, projects: project });
      return exitCodes.done;
    },
  });
  return runProgram(program, argv, deps);
}

/** What was given on the command line wins over the variables. */
async function environmentOf(deps: CliDeps, given: Variables = {}): Promise<Environment> {
  const { parseEnvironment } = await import('./env.ts');
  const variables = readVariables(deps.cwd, deps.variables);
  const options = Object.entries(given).filter(([, value]) => value !== undefined);
  return parseEnvironment({ ...variables, ...Object.fromEntries(options) });
}
