import type { ExitCode } from '@clarity-keep/command-line';
import { tellError } from '@clarity-keep/command-line';
import type { Variables } from '@clarity-keep/environment';
import { readVariables, reportPingUrl, secretValues } from '@clarity-keep/environment';
import { withPings } from '@clarity-keep/notify';
import { parseReportSettings } from '../settings/report-settings.ts';
import { sendDue } from './send-due.ts';
import type { SendingDeps, SendingRequest } from './sending-deps.ts';

/**
 * The job that cron or the daemon runs: sends what is due, and pings the monitor of the job before and
 * after, also when the settings are wrong.
 *
 * @throws ConfigurationError, DatabaseError or UsageError when nothing can be sent.
 */
export async function runReportJob(
  deps: SendingDeps & { cwd: string; variables: Variables },
  request: SendingRequest = {},
): Promise<{ exitCode: ExitCode; answer: object }> {
  const { cwd } = deps;
  const variables = readVariables(cwd, deps.variables);
  const pings = { pingUrl: reportPingUrl(variables), secrets: secretValues(variables), tellError };
  let answer: object = {};
  const exitCode = await withPings(deps, pings, async (pinged) => {
    const sending = await sendDue(pinged, parseReportSettings({ cwd, variables }), request);
    ({ answer } = sending);
    return sending.exitCode;
  });
  return { exitCode, answer };
}
