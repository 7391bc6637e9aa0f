import { readVariables } from '@clarity-keep/environment';
import type { Variables } from '@clarity-keep/environment';
import { parseEnvironment } from './env.ts';
import { parseArguments } from './parse-arguments.ts';
import type { RunServerDeps } from './run-server.ts';
import { runServer } from './run-server.ts';
import { version } from './version.ts';

export interface CliDeps extends RunServerDeps {
  /** The variables of the process; `.env` is read from `cwd`. */
  variables: Variables;
}

/** What can be put right by whoever starts the server; the message says how. */
const usageErrors = new Set(['ConfigurationError', 'DatabaseError']);

/**
 * Runs one command line and returns its exit code: 0 when told to stop, 1 for a defect, 2 for usage or
 * settings. Errors reach the user here, once.
 */
export async function runCli(argv: readonly string[], deps: CliDeps): Promise<0 | 1 | 2> {
  try {
    const asked = await parseArguments(argv, version);
    if (asked.type === 'print') {
      deps.stdout.write(`${asked.text}\n`);
      return 0;
    }
    const variables = readVariables(deps.cwd, deps.variables);
    const { HOST, PORT } = variables;
    const env = parseEnvironment({
      ...variables,
      HOST: asked.host ?? HOST,
      PORT: asked.port ?? PORT,
    });
    await runServer({ deps, env });
    return 0;
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (error instanceof Error && usageErrors.has(error.name)) {
      deps.stderr.write(`${error.message}\n`);
      return 2;
    }
    deps.stderr.write(`This is a defect of Clarity Keep, please report it.\n${message}\n`);
    return 1;
  }
}
