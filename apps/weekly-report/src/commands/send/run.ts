import type { ExitCode } from '@clarity-keep/command-line';
import { jsonText, tellError, UsageError, worstExitCode } from '@clarity-keep/command-line';
import type { ReportEnvironment, ReportKind, Variables } from '@clarity-keep/environment';
import {
  parseReportEnvironment,
  readConfiguration,
  readVariables,
  reportPingUrl,
  secretValues,
} from '@clarity-keep/environment';
import { withPings } from '@clarity-keep/notify';
import type { CliDeps } from '../../cli-deps.ts';
import type { SendOptions } from './command.ts';
import { runResume } from './resume/run.ts';
import type { Sending } from '@clarity-keep/reporting';
import { sendReports, sendTheDigest } from '@clarity-keep/reporting';

/** Sends what is due, tells what became of it, and pings the monitor of the job. */
export async function runSend(deps: CliDeps, options: SendOptions): Promise<ExitCode> {
  const { resume, force, yes, digest, project } = options;
  if (yes && !force) throw new UsageError('Expected --force with --yes, which confirms it.');
  if (resume !== undefined && force) {
    throw new UsageError('Expected --resume or --force, got both. --resume asks about each mail.');
  }
  if (digest === true && project !== undefined) {
    throw new UsageError('Expected --digest without --project: it is one mail over all projects.');
  }
  const variables = readVariables(deps.cwd, deps.variables);
  if (resume !== undefined) {
    return runResume(deps, { ...options, digest: digest === true, variables, choice: resume });
  }
  // The monitor is one of the job, not of what somebody does by hand.
  if (force) return sendWhatIsMeant(deps, variables, options);
  return withPings(
    deps,
    { pingUrl: reportPingUrl(variables), secrets: secretValues(variables), tellError },
    (pinged) => sendWhatIsMeant(pinged, variables, options),
  );
}

const senders = {
  projects: [sendReports],
  digest: [sendTheDigest],
  both: [sendReports, sendTheDigest],
} as const;

async function sendWhatIsMeant(
  deps: CliDeps,
  variables: Variables,
  options: SendOptions,
): Promise<ExitCode> {
  const environment = parseReportEnvironment(variables);
  const sendings: Sending[] = [];
  for (const send of senders[meantKind(deps, environment, options)]) {
    const sending = await send(deps, environment, options);
    sendings.push(sending);
    if (sending.isLoginRefused) break;
  }
  if (options.json) {
    deps.stdout.write(jsonText(Object.assign({}, ...sendings.map(({ answer }) => answer))));
  }
  return worstExitCode(sendings.map(({ exitCode }) => exitCode));
}

/** What was asked for, or else what the schedule says. */
function meantKind(
  { cwd }: Pick<CliDeps, 'cwd'>,
  { CLARITY_PROJECT_ID: projectId }: ReportEnvironment,
  { digest, project }: Pick<SendOptions, 'digest' | 'project'>,
): ReportKind {
  if (digest !== undefined) return digest ? 'digest' : 'projects';
  if (project !== undefined) return 'projects';
  return readConfiguration({ cwd, projectId }).schedule.report;
}
