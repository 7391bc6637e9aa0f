import type { IsoWeek } from '@clarity-keep/core';
import { findReportIssue, rescheduleDeliveries } from '@clarity-keep/db';
import type { Mailbox, RenderedMail } from '@clarity-keep/mail';
import type { SendDeps } from '../delivery/deliver.ts';
import type { IssueResult } from '../delivery/send-issue.ts';
import { noResult, sendIssue } from '../delivery/send-issue.ts';
import type { Waiting } from './wait-for-sunday.ts';

/** An issue that may have to wait, and that is frozen when it need not. */
export interface IssueWhenDue {
  /** A project's id, or `DIGEST_SCOPE`. */
  scope: string;
  week: IsoWeek;
  from: Mailbox;
  recipients: readonly Mailbox[];
  /** Send now, and again to everybody, including those who already received it. */
  isForced: boolean;
  waitsFor: () => Waiting | null;
  freeze: () => Promise<{ issueId: number; mail: RenderedMail }>;
}

/** What became of an issue. */
export interface DueResult extends IssueResult {
  /** Null when it was not for it to wait. */
  waiting: Waiting | null;
}

/**
 * Mails an issue, unless it is to wait. What it says is kept first; what was kept once does not wait.
 */
export async function sendWhenDue(deps: SendDeps, input: IssueWhenDue): Promise<DueResult> {
  const { db, now } = deps;
  const { scope, week, from, recipients, isForced } = input;
  const isFrozen = (await findReportIssue(db, { scope, week })) !== null;
  const waiting = isFrozen || isForced ? null : input.waitsFor();
  if (waiting !== null) {
    return { waiting, ...noResult({ week, subject: null, recipients: recipients.length }) };
  }
  const { issueId, mail } = await input.freeze();
  if (isForced) {
    await rescheduleDeliveries(db, {
      issueId,
      recipients: recipients.map(({ address }) => address.toLowerCase()),
      now: now(),
    });
  }
  const issue = { issueId, scope, week, mail, from, recipients };
  return { waiting: null, ...(await sendIssue({ deps, input: issue })) };
}
