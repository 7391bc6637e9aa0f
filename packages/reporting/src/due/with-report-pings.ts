import type { ExitCode } from '@clarity-keep/command-line';
import { tellError } from '@clarity-keep/command-line';
import type { Variables } from '@clarity-keep/environment';
import { reportPingUrl, secretValues } from '@clarity-keep/environment';
import { withPings } from '@clarity-keep/notify';

/** Runs the job of sending and pings its monitor before and after, also when the settings are wrong. */
export function withReportPings<Deps extends Parameters<typeof withPings>[0]>(
  deps: Deps,
  variables: Variables,
  run: (pinged: Deps) => Promise<ExitCode>,
): Promise<ExitCode> {
  const pingUrl = reportPingUrl(variables);
  return withPings(deps, { pingUrl, secrets: secretValues(variables), tellError }, run);
}
