import type { ExitCode } from '@clarity-keep/command-line';
import { tellError, worstExitCode } from '@clarity-keep/command-line';
import type { ReportDeps, ReportResult, ReportToSend } from './send-report.ts';
import { sendReport } from './send-report.ts';
import { requireMailSettings } from '../settings/mail-settings.ts';
import { recipientsOf } from '../settings/recipients.ts';
import type { ReportSettings } from '../settings/report-settings.ts';
import { wordsAdder } from '../words/words-adder.ts';
import { wordsSettings } from '../words/words-settings.ts';
import { exitCodeOf, isLoginRefused } from './exit-code-of.ts';
import { openReports } from './open-reports.ts';
import { refuseEarly } from './pick-reports.ts';
import type { Sending, SendingDeps, SendingRequest } from './sending-deps.ts';
import { tellIssue } from './tell-issue.ts';

/** Sends the report of each project that is due, and tells what became of it. */
export async function sendReports(
  deps: SendingDeps,
  settings: ReportSettings,
  { week, project, confirmForce }: SendingRequest,
): Promise<Sending> {
  const { smtp, from, publicUrl, dkim } = requireMailSettings(settings);
  const addWords = wordsAdder(deps, wordsSettings(settings.environment));
  const { db, reports } = await openReports(deps, settings, { week, project });
  try {
    refuseEarly(reports);
    // All of them before the first mail, so that none is sent when one is wrong.
    const isForced = confirmForce !== undefined;
    const { schedule } = settings.configuration;
    const addressed = reports.map((report): ReportToSend => {
      const { project: reported, week: ofWeek, tokenExpiresAt } = report;
      const recipients = recipientsOf(settings, reported.id);
      const issue = { project: reported, week: ofWeek, tokenExpiresAt };
      return { ...issue, schedule, from, recipients, isForced };
    });
    await confirmForce?.(
      addressed.map(({ project: { id }, ...issue }) => ({ scope: id, ...issue })),
    );
    const transport = await deps.openTransport(smtp);
    const sending: ReportDeps = { db, transport, now: deps.now, publicUrl, dkim, addWords };
    return await sendEach(deps, { sending, addressed });
  } finally {
    await db.close();
  }
}

/** One after the other. One that cannot be made does not keep the others from going out. */
async function sendEach(
  { stdout, stderr }: Pick<SendingDeps, 'stdout' | 'stderr'>,
  { sending, addressed }: { sending: ReportDeps; addressed: readonly ReportToSend[] },
): Promise<Sending> {
  const results: ReportResult[] = [];
  const codes: ExitCode[] = [];
  for (const input of addressed) {
    const { project, week, schedule } = input;
    try {
      const result = await sendReport({ deps: sending, input });
      results.push(result);
      codes.push(exitCodeOf(result));
      tellIssue({ stdout, stderr }, { scope: project.id, result, schedule });
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
