import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, runProgram } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { Variables } from '@clarity-keep/environment';
import { defineProgram } from './define-program.ts';
import type { RunServerDeps } from './run-server.ts';

export interface CliDeps extends RunServerDeps {
  /** The variables of the process; `.env` is read from `cwd`. */
  variables: Variables;
}

/** Runs one command line: 0 when told to stop. The server is loaded when it starts. */
export function runCli(argv: readonly string[], deps: CliDeps): Promise<ExitCode> {
  const program = defineProgram(async ({ host, port }) => {
    const [{ parseEnvironment }, { runServer }] = await Promise.all([
      import('./env.ts'),
      import('./run-server.ts'),
    ]);
    const variables = readVariables(deps.cwd, deps.variables);
    const { HOST, PORT } = variables;
    const env = parseEnvironment({ ...variables, HOST: host ?? HOST, PORT: port ?? PORT });
    await runServer({ deps, env });
    return exitCodes.done;
  });
  return runProgram(program, argv, deps);
}
