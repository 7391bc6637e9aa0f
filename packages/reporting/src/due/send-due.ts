import { worstExitCode } from '@clarity-keep/command-line';
import type { ReportKind } from '@clarity-keep/environment';
import type { ReportSettings } from '../settings/report-settings.ts';
import { sendReports } from './send-reports.ts';
import { sendTheDigest } from './send-the-digest.ts';
import type { Sending, SendingDeps, SendingRequest } from './sending-deps.ts';

const senders = {
  projects: [sendReports],
  digest: [sendTheDigest],
  both: [sendReports, sendTheDigest],
} as const;

/** Sends what is due: the reports of the projects, the digest over them, or both. */
export async function sendDue(
  deps: SendingDeps,
  settings: ReportSettings,
  request: SendingRequest,
): Promise<Omit<Sending, 'isLoginRefused'>> {
  const sendings: Sending[] = [];
  for (const send of senders[kindOf(settings, request)]) {
    const sending = await send(deps, settings, request);
    sendings.push(sending);
    if (sending.isLoginRefused) break;
  }
  return {
    exitCode: worstExitCode(sendings.map(({ exitCode }) => exitCode)),
    answer: Object.assign({}, ...sendings.map(({ answer }) => answer)),
  };
}

/** What was asked for, or else what the schedule says. */
function kindOf(
  { configuration }: Pick<ReportSettings, 'configuration'>,
  { digest, project }: Pick<SendingRequest, 'digest' | 'project'>,
): ReportKind {
  if (digest !== undefined) return digest ? 'digest' : 'projects';
  return project === undefined ? configuration.schedule.report : 'projects';
}
