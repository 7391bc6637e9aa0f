import type { Database } from '../file/open-database.ts';
import type { DeliveryClaim } from './claim-delivery.ts';

export type DeliveryOutcome =
  | { type: 'sent'; at: Date }
  /** Certainly not sent. It may be tried again unless it is final. */
  | { type: 'failed'; error: string; isFinal: boolean }
  /** Certainly not sent, for nothing that has to do with the recipient: it counts as no attempt. */
  | { type: 'not-attempted'; error: string }
  /** Perhaps sent: it stays "sending", with the reason. */
  | { type: 'unknown'; error: string };

/**
 * Writes down what became of a delivery, for whoever holds the claim. False when that was lost: somebody
 * has taken the delivery for abandoned since, and decided about it.
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
