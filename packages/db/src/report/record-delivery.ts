import type { Database } from '../open-database.ts';

export type DeliveryOutcome =
  | { type: 'sent'; at: Date }
  /** Certainly not sent: it may be tried again. */
  | { type: 'failed'; error: string }
  /** Perhaps sent: it stays "sending", with the reason. */
  | { type: 'unknown'; error: string };

/** Writes down what became of a delivery that was claimed. */
export async function recordDelivery(
  db: Database,
  id: number,
  outcome: DeliveryOutcome,
): Promise<void> {
  const prisma = await db.prisma();
  await prisma.reportDelivery.update({
    where: { id },
    data: columns(outcome),
    select: { id: true },
  });
}

function columns(outcome: DeliveryOutcome) {
  switch (outcome.type) {
    case 'sent':
      return { state: 'sent', sentAt: outcome.at, lastError: null };
    case 'failed':
      return { state: 'failed', lastError: outcome.error };
    case 'unknown':
      return { lastError: outcome.error };
  }
}
