import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { parseEnvironment } from '../../env.ts';
import { serveUntilStopped } from '../../http/serve-until-stopped.ts';
import type { ServeOptions } from './command.ts';

/** Serves until told to stop. */
export async function runServe(
  deps: CliDeps,
  { host, port, requireKey }: ServeOptions,
): Promise<ExitCode> {
  const variables = readVariables(deps.cwd, deps.variables);
  const { HOST, PORT, REQUIRE_API_KEY } = variables;
  const env = parseEnvironment(
    {
      ...variables,
      HOST: host ?? HOST,
      PORT: port ?? PORT,
      REQUIRE_API_KEY: requireKey === undefined ? REQUIRE_API_KEY : String(requireKey),
    },
    {
      ...(host === undefined ? {} : { HOST: '--host' }),
      ...(port === undefined ? {} : { PORT: '--port' }),
    },
  );
  await serveUntilStopped({ deps, env, variables });
  return exitCodes.done;
}
