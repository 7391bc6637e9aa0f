import type { IsoWeek } from '@clarity-keep/core';
import type { Project } from '@clarity-keep/db';
import { messageIdOf } from './build-message.ts';
import type { DeliveryFailure, SendDeps } from './deliver.ts';
import { deliver } from './deliver.ts';
import type { AddWords } from './freeze-report.ts';
import { freezeReport } from './freeze-report.ts';
import type { Mailbox } from './mailboxes.ts';

/** What became of the mails of one project's report. Recipients are numbers: 2 is "recipient 2 of 3". */
export interface SendResult {
  project: string;
  week: IsoWeek;
  subject: string;
  recipients: number;
  sent: number[];
  alreadySent: number[];
  /** Another run is sending them, or died when it may have: they are not sent again. */
  unfinished: number[];
  /** Those of the unfinished that no run can still be sending. */
  abandoned: number[];
  failed: { recipient: number; type: DeliveryFailure['type']; error: string }[];
  /** Not tried, because the server refuses our login. */
  notTried: number[];
}

/**
 * Mails one project's report of one week: what it says is kept first, then each recipient's mail is
 * built, claimed, sent and recorded. Whoever has got it does not get it again, also when two processes
 * run this at once. A recipient that fails, by whatever error, does not keep the others from theirs.
 */
export async function sendWeeklyReport({
  deps,
  input,
}: {
  deps: SendDeps & { addWords?: AddWords | undefined };
  input: { project: Project; week: IsoWeek; from: Mailbox; recipients: readonly Mailbox[] };
}): Promise<SendResult> {
  const { project, week, from, recipients } = input;
  const { issueId, mail } = await freezeReport(deps, { project, week });
  const result: SendResult = {
    project: project.id,
    week,
    subject: mail.subject,
    recipients: recipients.length,
    sent: [],
    alreadySent: [],
    unfinished: [],
    abandoned: [],
    failed: [],
    notTried: [],
  };
  for (const [index, to] of recipients.entries()) {
    const recipient = index + 1;
    const messageId = messageIdOf({ projectId: project.id, week, recipient: to.address, from });
    const isLoginRefused = result.failed.some(({ type }) => type === 'login');
    const delivered = await deliver(deps, { issueId, messageId, mail, from, to, isLoginRefused });
    switch (delivered.type) {
      case 'sent':
        result.sent.push(recipient);
        break;
      case 'already-sent':
        result.alreadySent.push(recipient);
        break;
      case 'unfinished':
        result.unfinished.push(recipient);
        if (delivered.isAbandoned) result.abandoned.push(recipient);
        break;
      case 'not-tried':
        result.notTried.push(recipient);
        break;
      case 'failed': {
        const { type, message } = delivered.failure;
        result.failed.push({ recipient, type, error: message });
      }
    }
  }
  return result;
}
