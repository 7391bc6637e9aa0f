import type { Database } from '../file/open-database.ts';
import type { DeliveryClaim } from './claim-delivery.ts';

export type DeliveryOutcome =
  | { type: 'sent'; at: Date }
  /** Certainly not sent. May be retried unless final. */
  | { type: 'failed'; error: string; isFinal: boolean }
  /** Certainly not sent, for a reason that has nothing to do with the recipient: not counted as an attempt. */
  | { type: 'not-attempted'; error: string }
  /** May have been sent: stays "sending", with the reason. */
  | { type: 'unknown'; error: string };

/**
 * Records the outcome of a delivery, for the holder of its claim. False if the claim was lost: someone has
 * considered the delivery abandoned since, and decided about it.
 */
export async function recordDelivery(
  db: Database,
  { id, claimedAt }: DeliveryClaim,
  outcome: DeliveryOutcome,
): Promise<boolean> {
  const prisma = await db.prisma();
  const { count } = await prisma.reportDelivery.updateMany({
    where: { id, state: 'sending', claimedAt },
    data: columns(outcome),
  });
  return count === 1;
}

function columns(outcome: DeliveryOutcome) {
  switch (outcome.type) {
    case 'sent':
      return { state: 'sent', sentAt: outcome.at, lastError: null };
    case 'failed':
      return { state: 'failed', lastError: outcome.error, isFinal: outcome.isFinal };
    case 'not-attempted':
      return { state: 'failed', lastError: outcome.error, attempts: { decrement: 1 } };
    case 'unknown':
      return { lastError: outcome.error };
  }
}
