import type { IsoWeek } from '@clarity-keep/core';
import type { Project } from '@clarity-keep/db';
import { findReportIssue, rescheduleDeliveries } from '@clarity-keep/db';
import type { Schedule } from '@clarity-keep/environment';
import type { SendDeps } from './deliver.ts';
import { freezeReport } from './freeze-report.ts';
import type { Mailbox } from './mailboxes.ts';
import type { IssueResult } from './send-issue.ts';
import { noResult, sendIssue } from './send-issue.ts';
import type { Waiting } from './wait-for-sunday.ts';
import { waitForSunday } from './wait-for-sunday.ts';

export interface ReportToSend {
  project: Project;
  week: IsoWeek;
  schedule: Schedule;
  from: Mailbox;
  recipients: readonly Mailbox[];
  /** Wait for nothing, and begin anew for everybody, also for who has got it. */
  isForced: boolean;
}

/** What became of one project's report. */
export interface ReportResult extends IssueResult {
  project: string;
  /** Null when it was not for it to wait. */
  waiting: Waiting | null;
}

/**
 * Mails one project's report of one week, unless it is to wait for the last day of that. What it says
 * is kept first; what was kept once does not wait.
 */
export async function sendReport({
  deps,
  input,
}: {
  deps: SendDeps;
  input: ReportToSend;
}): Promise<ReportResult> {
  const { db, now } = deps;
  const { project, week, schedule, from, recipients, isForced } = input;
  const isFrozen = (await findReportIssue(db, { scope: project.id, week })) !== null;
  if (!isFrozen && !isForced) {
    const waiting = waitForSunday(db, { projectId: project.id, week, schedule, now: now() });
    if (waiting !== null) {
      const nothing = noResult({ week, subject: null, recipients: recipients.length });
      return { project: project.id, waiting, ...nothing };
    }
  }
  const { issueId, mail } = await freezeReport(deps, { project, week });
  if (isForced) {
    await rescheduleDeliveries(db, {
      issueId,
      recipients: recipients.map(({ address }) => address.toLowerCase()),
      now: now(),
    });
  }
  const issue = { issueId, scope: project.id, week, mail, from, recipients };
  return { project: project.id, waiting: null, ...(await sendIssue({ deps, input: issue })) };
}
