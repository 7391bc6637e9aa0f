import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, messageOutput, outputStream, runProgram } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from './cli-deps.ts';
import type { McpOptions } from './commands/define-mcp.ts';
import type { ServeOptions } from './commands/define-serve.ts';
import { defineProgram } from './define-program.ts';

/** Milliseconds in which an assistant can still read what it was answered before the end. */
const LAST_WORDS_MS = 2_000;

/** Runs one command line: 0 when told to stop. What a command needs is loaded when it runs. */
export function runCli(argv: readonly string[], given: CliDeps): Promise<ExitCode> {
  const deps = { ...given, stderr: messageOutput(given.stderr) };
  const program = defineProgram({
    serve: (options) => serve(deps, options),
    async keys(options) {
      const { runKeys } = await import('./keys/run-keys.ts');
      return runKeys(deps, options);
    },
    mcp: (options) => mcp(deps, options),
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

async function mcp(deps: CliDeps, { projects }: McpOptions): Promise<ExitCode> {
  const [{ parseEnvironment }, { runMcp }] = await Promise.all([
    import('./env.ts'),
    import('./mcp/run-mcp.ts'),
  ]);
  const env = parseEnvironment(readVariables(deps.cwd, deps.variables));
  const streams = { stdin: deps.openStdin(), stdout: outputStream(deps.stdout) };
  await runMcp({ deps: { ...deps, ...streams }, env, projects });
  // What an assistant does not read any more would keep the process for ever.
  deps.exitWithin(LAST_WORDS_MS);
  return exitCodes.done;
}
