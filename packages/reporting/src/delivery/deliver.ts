import type { Database, Delivery, DeliveryClaim, DeliveryOutcome } from '@clarity-keep/db';
import { claimDelivery, isAbandoned } from '@clarity-keep/db';
import type {
  DkimKey,
  Mailbox,
  MailTransport,
  RenderedMail,
  SendFailure,
} from '@clarity-keep/mail';
import { buildMessage, failureType, safeMessage, signMessage } from '@clarity-keep/mail';
import { recordOutcome } from './record-outcome.ts';
import { unsubscribeLinks } from './unsubscribe-links.ts';

export interface SendDeps {
  db: Database;
  transport: MailTransport;
  now: () => Date;
  /** Where the server is reached from outside, for links to unsubscribe; null when it is not. */
  publicUrl: string | null;
  /** What mails are signed with; null when they are not. */
  dkim: DkimKey | null;
}

/** Why a recipient has no mail, or why that is unknown, without any address or password. */
export interface DeliveryFailure {
  /**
   * Besides those of the server: not-prepared: before anything was handed over. not-recorded: what
   * became of it could not be written down, so it is not sent again.
   */
  type: SendFailure['type'] | 'not-prepared' | 'not-recorded';
  message: string;
  /** Failed for good. */
  isFinal: boolean;
}

export type DeliveryResult =
  | { type: 'sent' | 'already-sent' | 'not-tried' }
  /** An earlier run has failed for good. */
  | { type: 'given-up'; message: string }
  /** Another run has it. `isAbandoned`: for longer than one mail can take, so that run is dead. */
  | { type: 'unfinished'; isAbandoned: boolean }
  | { type: 'failed'; failure: DeliveryFailure };

/** After so many answers of "not now", it is no. */
const MAX_ATTEMPTS = 5;

export interface MailToDeliver {
  delivery: Delivery;
  scope: string;
  mail: RenderedMail;
  from: Mailbox;
  to: Mailbox;
  /** More tries with a wrong password would lock the account. */
  isLoginRefused: boolean;
}

/** One recipient's mail, which is scheduled: built, claimed, sent and recorded, in this order. Never throws. */
export async function deliver(deps: SendDeps, input: MailToDeliver): Promise<DeliveryResult> {
  const { delivery, scope, mail, from, to, isLoginRefused } = input;
  const { db, now } = deps;
  if (delivery.state === 'sent') return { type: 'already-sent' };
  if (delivery.state === 'sending') {
    return { type: 'unfinished', isAbandoned: isAbandoned(delivery, now()) };
  }
  if (delivery.isFinal) return { type: 'given-up', message: delivery.lastError ?? '' };
  if (isLoginRefused) return { type: 'not-tried' };
  let claim: (DeliveryClaim & { attempts: number }) | null;
  let message: Buffer;
  try {
    // Before it is claimed: what cannot be built was certainly not sent, and may be tried again.
    const { messageId, recipient } = delivery;
    const unsubscribe = unsubscribeLinks(deps, { scope, recipient, from });
    message = await buildMessage(mail, { from, to, messageId, date: now(), unsubscribe });
    if (deps.dkim !== null) message = await signMessage(message, deps.dkim);
    claim = await claimDelivery(db, { id: delivery.id, now: now() });
    if (claim === null) return { type: 'unfinished', isAbandoned: false };
  } catch (error) {
    return failed({ type: 'not-prepared', message: reasonOf(error, to), isFinal: false });
  }
  const failure = await handOverTo(deps.transport, { from, to, message });
  const isFinal =
    failure?.type === 'refused' || (failure?.type === 'deferred' && claim.attempts >= MAX_ATTEMPTS);
  try {
    await recordOutcome(db, claim, outcomeOf(failure, { at: now(), isFinal }));
    return failure === null ? { type: 'sent' } : failed({ ...failure, isFinal });
  } catch (error) {
    // A refused login ends the run, whatever else happens.
    if (failure?.type === 'login') return failed({ ...failure, isFinal });
    const sent = failure === null ? 'the mail server accepted it' : failure.message;
    const reason = `${sent}, then: ${reasonOf(error, to)}`;
    return failed({ type: 'not-recorded', message: reason, isFinal: false });
  }
}

function outcomeOf(
  failure: SendFailure | null,
  { at, isFinal }: { at: Date; isFinal: boolean },
): DeliveryOutcome {
  if (failure === null) return { type: 'sent', at };
  const error = failure.message;
  switch (failure.type) {
    case 'unknown':
      return { type: 'unknown', error };
    case 'refused':
    case 'deferred':
      return { type: 'failed', error, isFinal };
    case 'login':
    case 'unreachable':
      return { type: 'not-attempted', error };
  }
}

async function handOverTo(
  transport: MailTransport,
  { from, to, message }: { from: Mailbox; to: Mailbox; message: Buffer },
): Promise<SendFailure | null> {
  try {
    return await transport.send({ from: from.address, to: to.address, message });
  } catch (error) {
    // A transport reports its failures; after an exception it is unknown how far it came.
    return { type: failureType(error, true), message: safeMessage(error, secretsOf(to)) };
  }
}

function failed(failure: DeliveryFailure): DeliveryResult {
  return { type: 'failed', failure };
}

/** Prisma says first which call it was, over several lines, and last what happened. */
function reasonOf(error: unknown, to: Mailbox): string {
  const text = error instanceof Error ? error.message : String(error);
  return safeMessage(text.trim().split('\n').at(-1) ?? text, secretsOf(to));
}

function secretsOf(to: Mailbox): string[] {
  return [to.address, to.address.slice(0, to.address.lastIndexOf('@'))];
}
