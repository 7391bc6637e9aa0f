import type { ExitCode } from '@clarity-keep/command-line';
import { tellError } from '@clarity-keep/command-line';
import { configuredTokenVariables, readVariables, secretValues } from '@clarity-keep/environment';
import { withPings } from '@clarity-keep/notify';
import type { CliDeps } from '../../cli-deps.ts';
import { collectPingUrl } from '../../settings/environment.ts';
import type { LoadedSettings } from '../../settings/load-settings.ts';
import { parseSettings } from '../../settings/load-settings.ts';
import { pickedSettings } from '../../settings/read-settings.ts';
import type { CollectOptions } from './command.ts';
import { runCollect } from './run.ts';

/** Collects, and pings the monitor of the job before and after, also when the settings are wrong. */
export async function runPingedCollect(deps: CliDeps, options: CollectOptions): Promise<ExitCode> {
  // Nothing is collected, so there is nothing to ping about.
  if (options.dryRun) return runCollect(deps, options);
  const { cwd } = deps;
  const variables = readVariables(cwd, deps.variables);
  const parsed = tryToParse({ cwd, variables });
  const tokenVariables =
    'settings' in parsed
      ? parsed.settings.configuration.projects.map(({ tokenVariable }) => tokenVariable)
      : configuredTokenVariables(cwd);
  const secrets = secretValues(variables, tokenVariables);
  return withPings(
    deps,
    { pingUrl: collectPingUrl(variables), secrets, tellError },
    async (pinged) => {
      if ('error' in parsed) throw parsed.error;
      return runCollect(pinged, options, pickedSettings(parsed.settings, options.project));
    },
  );
}

/** What is wrong is told once the monitor has heard that the job begins. */
function tryToParse(
  place: Parameters<typeof parseSettings>[0],
): { settings: LoadedSettings } | { error: unknown } {
  try {
    return { settings: parseSettings(place) };
  } catch (error) {
    return { error };
  }
}
