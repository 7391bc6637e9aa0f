import type { ExitCode } from '@clarity-keep/command-line';
import { tellError, worstExitCode } from '@clarity-keep/command-line';
import type { CliDeps } from '../cli-deps.ts';
import type { ReportEnvironment } from '@clarity-keep/environment';
import { recipientsOf, requireMailSettings } from '../env.ts';
import type { ReportDeps, ReportResult, ReportToSend } from '../send/send-report.ts';
import { sendReport } from '../send/send-report.ts';
import { wordsAdder } from '../words/words-adder.ts';
import { wordsSettings } from '../words/words-settings.ts';
import { configuredFor } from './configured-for.ts';
import { confirmForce } from './confirm-force.ts';
import type { SendOptions } from './define-send.ts';
import { exitCodeOf, isLoginRefused } from './exit-code-of.ts';
import { openReports } from './open-reports.ts';
import { refuseEarly } from './pick-reports.ts';
import { sendMessages, sendSummary, waitingMessage } from './send-text.ts';

/** What sending came to. */
export interface Sending {
  exitCode: ExitCode;
  /** For machines. */
  answer: object;
  /** Then nothing more is tried. */
  isLoginRefused: boolean;
}

/** Sends the report of each project that is due, and tells what became of it. */
export async function sendReports(
  deps: CliDeps,
  environment: ReportEnvironment,
  options: SendOptions,
): Promise<Sending> {
  const { smtp, from, publicUrl, dkim } = requireMailSettings(environment, deps.cwd);
  const addWords = wordsAdder(deps, wordsSettings(environment));
  const { db, configuration, reports } = await openReports(deps, environment, options);
  try {
    refuseEarly(reports);
    // All of them before the first mail, so that none is sent when one is wrong.
    const addressed = reports.map(({ project, week, tokenExpiresAt }): ReportToSend => {
      const recipients = recipientsOf(environment, configuredFor(configuration, project.id));
      const { schedule } = configuration;
      return { project, week, tokenExpiresAt, schedule, from, recipients, isForced: options.force };
    });
    if (options.force) {
      const issues = addressed.map(({ project, ...issue }) => ({ scope: project.id, ...issue }));
      await confirmForce(deps, { issues, yes: options.yes });
    }
    const transport = await deps.openTransport(smtp);
    const sending: ReportDeps = { db, transport, now: deps.now, publicUrl, dkim, addWords };
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
  }: { sending: ReportDeps; addressed: readonly ReportToSend[]; json: boolean },
): Promise<Sending> {
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
  return {
    exitCode: worstExitCode(codes),
    answer: { reports: results },
    isLoginRefused: results.some(isLoginRefused),
  };
}
