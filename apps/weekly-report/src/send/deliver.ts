import type { Database, Delivery } from '@clarity-keep/db';
import { claimDelivery, scheduleDelivery } from '@clarity-keep/db';
import type { RenderedMail } from '../mail/render-report.ts';
import { buildMessage } from './build-message.ts';
import type { Mailbox } from './mailboxes.ts';
import type { MailTransport } from './mail-transport.ts';
import { recordOutcome } from './record-outcome.ts';
import { safeMessage } from './safe-message.ts';
import type { SendFailure } from './send-failure.ts';
import { sendFailureOf } from './send-failure.ts';

export interface SendDeps {
  db: Database;
  transport: MailTransport;
  now: () => Date;
}

/** Why a recipient has no mail, or nobody knows, without any address or password. */
export interface DeliveryFailure {
  /**
   * Besides those of the server: not-prepared: before anything was handed over. not-recorded: what
   * became of it could not be written down, so it is not sent again.
   */
  type: SendFailure['type'] | 'not-prepared' | 'not-recorded';
  message: string;
}

export type DeliveryResult =
  | { type: 'sent' | 'already-sent' | 'not-tried' }
  /** Another run has it. `isAbandoned`: for longer than one mail can take, so that run is dead. */
  | { type: 'unfinished'; isAbandoned: boolean }
  | { type: 'failed'; failure: DeliveryFailure };

/** Longer than one mail can take: every wait for the server and for the database, one after another. */
const ABANDONED_AFTER_MS = 15 * 60_000;

export interface MailToDeliver {
  issueId: number;
  messageId: string;
  mail: RenderedMail;
  from: Mailbox;
  to: Mailbox;
  /** More tries with a wrong password would lock the account. */
  isLoginRefused: boolean;
}

/** One recipient's mail: built, claimed, sent and recorded, in this order. Never throws. */
export async function deliver(deps: SendDeps, input: MailToDeliver): Promise<DeliveryResult> {
  const { issueId, messageId, mail, from, to, isLoginRefused } = input;
  const { db, now } = deps;
  const failed = (type: DeliveryFailure['type'], error: unknown): DeliveryResult => ({
    type: 'failed',
    failure: { type, message: safeMessage(reasonOf(error), secretsOf(to)) },
  });
  let delivery: Delivery;
  let message: Buffer;
  try {
    const recipient = to.address.toLowerCase();
    delivery = await scheduleDelivery(db, { issueId, recipient, messageId, now: now() });
    if (delivery.state === 'sent') return { type: 'already-sent' };
    if (delivery.state === 'sending') {
      const age = now().getTime() - delivery.scheduledAt.getTime();
      return { type: 'unfinished', isAbandoned: age > ABANDONED_AFTER_MS };
    }
    if (isLoginRefused) return { type: 'not-tried' };
    // Before it is claimed: what cannot be built was certainly not sent, and may be tried again.
    message = await buildMessage(mail, {
      from,
      to,
      messageId: delivery.messageId,
      date: now(),
      unsubscribe: { mailto: `mailto:${from.address}?subject=unsubscribe`, url: null },
    });
    if (!(await claimDelivery(db, delivery.id))) {
      return { type: 'unfinished', isAbandoned: false };
    }
  } catch (error) {
    return failed('not-prepared', error);
  }
  const failure = await handOverTo(deps.transport, { from, to, message });
  try {
    if (failure === null) {
      await recordOutcome(db, delivery.id, { type: 'sent', at: now() });
      return { type: 'sent' };
    }
    const type = failure.type === 'unknown' ? 'unknown' : 'failed';
    await recordOutcome(db, delivery.id, { type, error: failure.message });
    return { type: 'failed', failure };
  } catch (error) {
    // A refused login ends the run, whatever else happens.
    if (failure?.type === 'login') return { type: 'failed', failure };
    const sent = failure === null ? 'the mail server took it' : failure.message;
    return failed('not-recorded', `${sent}, then: ${reasonOf(error)}`);
  }
}

async function handOverTo(
  transport: MailTransport,
  { from, to, message }: { from: Mailbox; to: Mailbox; message: Buffer },
): Promise<SendFailure | null> {
  try {
    return await transport.send({ from: from.address, to: to.address, message });
  } catch (error) {
    // A transport tells its failures; after an exception nobody knows how far it came.
    return sendFailureOf(error, { hasBegun: true, secrets: secretsOf(to) });
  }
}

/** Prisma says first which call it was, over several lines, and last what happened. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n').at(-1) ?? text;
}

function secretsOf(to: Mailbox): string[] {
  return [to.address, to.address.slice(0, to.address.lastIndexOf('@'))];
}
