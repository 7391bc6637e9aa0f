import type { IsoWeek } from '@clarity-keep/core';
import type { Delivery } from '@clarity-keep/db';
import { listUnsubscribed, scheduleDeliveries } from '@clarity-keep/db';
import type { Mailbox, RenderedMail } from '@clarity-keep/mail';
import { messageIdOf } from './message-id.ts';
import type { DeliveryFailure, DeliveryResult, SendDeps } from './deliver.ts';
import { deliver } from './deliver.ts';

/** A frozen issue and who gets it. */
export interface IssueToSend {
  issueId: number;
  /** A project's id, or `DIGEST_SCOPE`. */
  scope: string;
  week: IsoWeek;
  mail: RenderedMail;
  from: Mailbox;
  recipients: readonly Mailbox[];
  /** Numbers of those who are meant; all of the recipients unless given. */
  only?: readonly number[] | undefined;
}

/** What became of the mails of one issue. Recipients are numbers: 2 is "recipient 2 of 3". */
export interface IssueResult {
  week: IsoWeek;
  /** Null while it is not known what the report says. */
  subject: string | null;
  recipients: number;
  sent: number[];
  alreadySent: number[];
  /** They want no reports of this scope any more. */
  unsubscribed: number[];
  /** Another run is sending them, or died when it may have: they are not sent again. */
  unfinished: number[];
  /** Those of the unfinished that no run can still be sending. */
  abandoned: number[];
  failed: { recipient: number; type: DeliveryFailure['type']; error: string; isFinal: boolean }[];
  /** An earlier run has failed for good: they are not tried again. */
  givenUp: { recipient: number; error: string }[];
  /** Not tried, because the server refuses our login. */
  notTried: number[];
}

/**
 * Mails a frozen issue: all deliveries are written down first, then each recipient's mail is built,
 * claimed, sent and recorded. Whoever has got it does not get it again, also when two processes run this
 * at once. A recipient that fails, by whatever error, does not keep the others from theirs.
 */
export async function sendIssue({
  deps,
  input,
}: {
  deps: SendDeps;
  input: IssueToSend;
}): Promise<IssueResult> {
  const { issueId, scope, week, mail, from, recipients, only } = input;
  const ended = new Set(listUnsubscribed(deps.db, scope).map(({ recipient }) => recipient));
  const meant = recipients
    .map((to, index) => ({ number: index + 1, to, recipient: to.address.toLowerCase() }))
    .filter(({ number }) => only === undefined || only.includes(number));
  const subscribed = meant.filter(({ recipient }) => !ended.has(recipient));
  const deliveries = await scheduleDeliveries(deps.db, {
    issueId,
    recipients: subscribed.map(({ recipient }) => ({
      recipient,
      messageId: messageIdOf({ scope, week, recipient, from }),
    })),
    now: deps.now(),
  });
  const result = noResult({ week, subject: mail.subject, recipients: recipients.length });
  result.unsubscribed = meant
    .filter((one) => !subscribed.includes(one))
    .map(({ number }) => number);
  for (const [index, { number, to }] of subscribed.entries()) {
    // One for each, in their order.
    const delivery = deliveries[index] as Delivery;
    const isLoginRefused = result.failed.some(({ type }) => type === 'login');
    const delivered = await deliver(deps, { delivery, scope, mail, from, to, isLoginRefused });
    note(result, number, delivered);
  }
  return result;
}

/** No mail has been attempted yet. */
export function noResult(issue: Pick<IssueResult, 'week' | 'subject' | 'recipients'>): IssueResult {
  return {
    ...issue,
    sent: [],
    alreadySent: [],
    unsubscribed: [],
    unfinished: [],
    abandoned: [],
    failed: [],
    givenUp: [],
    notTried: [],
  };
}

function note(result: IssueResult, recipient: number, delivered: DeliveryResult): void {
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
    case 'given-up':
      result.givenUp.push({ recipient, error: delivered.message });
      break;
    case 'failed': {
      const { type, message, isFinal } = delivered.failure;
      result.failed.push({ recipient, type, error: message, isFinal });
    }
  }
}
