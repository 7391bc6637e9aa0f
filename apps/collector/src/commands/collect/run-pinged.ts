import type { ExitCode } from '@clarity-keep/command-line';
import { tellError } from '@clarity-keep/command-line';
import { configuredTokenVariables, readVariables, secretValues } from '@clarity-keep/environment';
import { withPings } from '@clarity-keep/notify';
import type { CliDeps } from '../../cli-deps.ts';
import { collectPingUrl } from '../../settings/environment.ts';
import type { CollectOptions } from './command.ts';
import { runCollect } from './run.ts';

/** Collects, and pings the monitor of the job before and after, also when the settings are wrong. */
export async function runPingedCollect(deps: CliDeps, options: CollectOptions): Promise<ExitCode> {
  // Nothing is collected, so there is nothing to ping about.
  if (options.dryRun) return runCollect(deps, options);
  const variables = readVariables(deps.cwd, deps.variables);
  const secrets = secretValues(variables, configuredTokenVariables(deps.cwd));
  return withPings(deps, { pingUrl: collectPingUrl(variables), secrets, tellError }, (pinged) =>
    runCollect(pinged, options),
  );
}
