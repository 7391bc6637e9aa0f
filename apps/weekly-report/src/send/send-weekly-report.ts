import type { IsoWeek } from '@clarity-keep/core';
import type { Database, Delivery, Project } from '@clarity-keep/db';
import { claimDelivery, recordDelivery, scheduleDelivery } from '@clarity-keep/db';
import { renderReport } from '../mail/render-report.ts';
import type { RenderedReport } from '../mail/render-report.ts';
import { buildMessage, messageIdOf } from './build-message.ts';
import { freezeReport } from './freeze-report.ts';
import type { Mailbox } from './mailboxes.ts';
import type { MailTransport } from './mail-transport.ts';
import type { SendFailure } from './send-failure.ts';

export interface SendDeps {
  db: Database;
  transport: MailTransport;
  now: () => Date;
}

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
  failed: { recipient: number; type: SendFailure['type']; error: string }[];
  /** Not tried, because the server refuses our login. */
  notTried: number[];
}

/**
 * Mails one project's report of one week: what it says is kept first, then a row per recipient, then
 * each is claimed, sent and recorded. Whoever has got it does not get it again, also when two processes
 * run this at once. A recipient that fails does not keep the others from theirs.
 */
export async function sendWeeklyReport({
  deps,
  input,
}: {
  deps: SendDeps;
  input: { project: Project; week: IsoWeek; from: Mailbox; recipients: readonly Mailbox[] };
}): Promise<SendResult> {
  const { project, week, from, recipients } = input;
  const { issueId, report } = await freezeReport(deps, { project, week });
  const mail = await renderReport(report);
  const deliveries: { recipient: number; to: Mailbox; delivery: Delivery }[] = [];
  for (const [index, to] of recipients.entries()) {
    const recipient = to.address.toLowerCase();
    const messageId = messageIdOf({ projectId: project.id, week, recipient, from });
    const delivery = await scheduleDelivery(deps.db, {
      issueId,
      recipient,
      messageId,
      now: deps.now(),
    });
    deliveries.push({ recipient: index + 1, to, delivery });
  }

  const result: SendResult = {
    project: project.id,
    week,
    subject: mail.subject,
    recipients: recipients.length,
    sent: [],
    alreadySent: [],
    unfinished: [],
    failed: [],
    notTried: [],
  };
  for (const { recipient, to, delivery } of deliveries) {
    if (delivery.state === 'sent') {
      result.alreadySent.push(recipient);
    } else if (result.failed.some(({ type }) => type === 'login')) {
      // More tries with a wrong password would lock the account.
      result.notTried.push(recipient);
    } else if (await claimDelivery(deps.db, delivery.id)) {
      const failure = await deliver(deps, { mail, from, to, delivery });
      if (failure === null) result.sent.push(recipient);
      else result.failed.push({ recipient, type: failure.type, error: failure.message });
    } else {
      result.unfinished.push(recipient);
    }
  }
  return result;
}

/** Sends a claimed delivery and writes down what became of it. */
async function deliver(
  { db, transport, now }: SendDeps,
  {
    mail,
    from,
    to,
    delivery,
  }: { mail: RenderedReport; from: Mailbox; to: Mailbox; delivery: Delivery },
): Promise<SendFailure | null> {
  const message = await buildMessage(mail, {
    from,
    to,
    messageId: delivery.messageId,
    date: now(),
  });
  const failure = await transport.send({ from: from.address, to: to.address, message });
  if (failure === null) {
    await recordDelivery(db, delivery.id, { type: 'sent', at: now() });
  } else {
    const type = failure.type === 'unknown' ? 'unknown' : 'failed';
    await recordDelivery(db, delivery.id, { type, error: failure.message });
  }
  return failure;
}
