import type { ExitCode } from '@clarity-keep/command-line';
import { jsonText, tellError, UsageError, worstExitCode } from '@clarity-keep/command-line';
import type { Variables } from '@clarity-keep/environment';
import { readVariables, secretValues } from '@clarity-keep/environment';
import { withPings } from '@clarity-keep/notify';
import type { CliDeps } from '../cli-deps.ts';
import { parseEnvironment, recipientsOf, reportPingUrl, requireMailSettings } from '../env.ts';
import type { SendDeps } from '../send/deliver.ts';
import type { ReportResult, ReportToSend } from '../send/send-report.ts';
import { sendReport } from '../send/send-report.ts';
import { configuredFor } from './configured-for.ts';
import { confirmForce } from './confirm-force.ts';
import type { SendOptions } from './define-send.ts';
import { exitCodeOf, isLoginRefused } from './exit-code-of.ts';
import { openReports } from './open-reports.ts';
import { refuseEarly } from './pick-reports.ts';
import { runResume } from './run-resume.ts';
import { sendTheDigest } from './send-the-digest.ts';
import { sendMessages, sendSummary, waitingMessage } from './send-text.ts';

/** Sends each report that is due, tells what became of it, and pings the monitor of the job. */
export async function runSend(deps: CliDeps, options: SendOptions): Promise<ExitCode> {
  const { resume, force, yes, digest, project } = options;
  if (yes && !force) throw new UsageError('Expected --force with --yes, which confirms it.');
  if (resume !== undefined && force) {
    throw new UsageError('Expected --resume or --force, got both. --resume asks about each mail.');
  }
  if (digest && project !== undefined) {
    throw new UsageError('Expected --digest without --project: it is one mail over all projects.');
  }
  const variables = readVariables(deps.cwd, deps.variables);
  if (resume !== undefined) return runResume(deps, { ...options, variables, choice: resume });
  // The monitor is one of the job, not of what somebody does by hand.
  const send = digest ? sendTheDigest : sendReports;
  if (force) return send(deps, variables, options);
  return withPings(
    deps,
    { pingUrl: reportPingUrl(variables), secrets: secretValues(variables), tellError },
    (pinged) => send(pinged, variables, options),
  );
}

async function sendReports(
  deps: CliDeps,
  variables: Variables,
  options: SendOptions,
): Promise<ExitCode> {
  const environment = parseEnvironment(variables);
  const { smtp, from, publicUrl, dkim } = requireMailSettings(environment, deps.cwd);
  const { db, configuration, reports } = await openReports(deps, environment, options);
  try {
    refuseEarly(reports);
    // All of them before the first mail, so that none is sent when one is wrong.
    const addressed = reports.map(({ project, week }): ReportToSend => {
      const recipients = recipientsOf(environment, configuredFor(configuration, project.id));
      const { schedule } = configuration;
      return { project, week, schedule, from, recipients, isForced: options.force };
    });
    if (options.force) {
      const issues = addressed.map(({ project, ...issue }) => ({ scope: project.id, ...issue }));
      await confirmForce(deps, { issues, yes: options.yes });
    }
    const transport = await deps.openTransport(smtp);
    const sending: SendDeps = { db, transport, now: deps.now, publicUrl, dkim };
    return await sendEach(deps, { sending, addressed, json: options.json });
  } finally {
    await db.close();
  }
}

/** One after the other. One that cannot be made does not keep the others from going out. */
async function sendEach(
  { stdout, stderr }: Pick<CliDeps, 'stdout' | 'stderr'>,
  {
    sending,
    addressed,
    json,
  }: { sending: SendDeps; addressed: readonly ReportToSend[]; json: boolean },
): Promise<ExitCode> {
  const results: ReportResult[] = [];
  const codes: ExitCode[] = [];
  for (const input of addressed) {
    const { project, week, schedule } = input;
    try {
      const result = await sendReport({ deps: sending, input });
      results.push(result);
      codes.push(exitCodeOf(result));
      for (const message of sendMessages(project.id, result)) stderr.write(`${message}\n`);
      if (result.waiting !== null) {
        stderr.write(
          `${waitingMessage(project.id, { week, waiting: result.waiting }, schedule)}\n`,
        );
      } else if (!json) stdout.write(`${sendSummary(project.id, result)}\n`);
      if (isLoginRefused(result)) break;
    } catch (error) {
      const { exitCode, text } = await tellError(error);
      stderr.write(`${project.id} ${week}: ${text}\n`);
      codes.push(exitCode);
    }
  }
  if (json) stdout.write(jsonText({ reports: results }));
  return worstExitCode(codes);
}
