import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, runProgram } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from './cli-deps.ts';
import type { ServeOptions } from './commands/define-serve.ts';
import { defineProgram } from './define-program.ts';

/** Runs one command line: 0 when told to stop. What a command needs is loaded when it runs. */
export function runCli(argv: readonly string[], deps: CliDeps): Promise<ExitCode> {
  const program = defineProgram({
    serve: (options) => serve(deps, options),
    async keys(options) {
      const { runKeys } = await import('./keys/run-keys.ts');
      return runKeys(deps, options);
    },
  });
  return runProgram(program, argv, deps);
}

async function serve(deps: CliDeps, { host, port, requireKey }: ServeOptions): Promise<ExitCode> {
  const [{ parseEnvironment }, { runServer }] = await Promise.all([
    import('./env.ts'),
    import('./run-server.ts'),
  ]);
  const variables = readVariables(deps.cwd, deps.variables);
  const { HOST, PORT, REQUIRE_API_KEY } = variables;
  const env = parseEnvironment({
    ...variables,
    HOST: host ?? HOST,
    PORT: port ?? PORT,
    REQUIRE_API_KEY: requireKey === undefined ? REQUIRE_API_KEY : String(requireKey),
  });
  await runServer({ deps, env });
  return exitCodes.done;
}
