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
import { confirmForce } from './confirm-force.ts';
import type { SendOptions } from './define-send.ts';
import { exitCodeOf, isLoginRefused } from './exit-code-of.ts';
import { openReports } from './open-reports.ts';
import type { PickedReport } from './pick-reports.ts';
import { runResume } from './run-resume.ts';
import { sendMessages, sendSummary, waitingMessage } from './send-text.ts';

/** Sends each report that is due, tells what became of it, and pings the monitor of the job. */
export async function runSend(deps: CliDeps, options: SendOptions): Promise<ExitCode> {
  const { resume, force, yes } = options;
  if (yes && !force) throw new UsageError('Expected --force with --yes, which confirms it.');
  if (resume !== undefined && force) {
    throw new UsageError('Expected --resume or --force, got both. --resume asks about each mail.');
  }
  const variables = readVariables(deps.cwd, deps.variables);
  if (resume !== undefined) return runResume(deps, { ...options, variables, choice: resume });
  // The monitor is one of the job, not of what somebody does by hand.
  if (force) return sendReports(deps, variables, options);
  return withPings(
    deps,
    { pingUrl: reportPingUrl(variables), secrets: secretValues(variables), tellError },
    (pinged) => sendReports(pinged, variables, options),
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
      const configured = configuration.projects.find(({ id }) => id === project.id);
      const recipients = recipientsOf(environment, configured);
      const { schedule } = configuration;
      return { project, week, schedule, from, recipients, isForced: options.force };
    });
    if (options.force) await confirmForce(deps, { addressed, yes: options.yes });
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
        stderr.write(`${waitingMessage(result, result.waiting, schedule)}\n`);
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

/** @throws UsageError when the week of a report is not over yet. */
function refuseEarly(reports: readonly PickedReport[]): void {
  const early = reports.find(({ isOver }) => !isOver);
  if (early === undefined) return;
  throw new UsageError(
    `Week ${early.week} is not over in ${early.project.timeZone}: a report is sent once, so it waits for its last day. ` +
      `To see it now: clarity-keep-report preview --week ${early.week}`,
  );
}
