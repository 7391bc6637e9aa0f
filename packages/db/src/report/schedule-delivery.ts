import type { Database } from '../open-database.ts';

export type DeliveryState = 'scheduled' | 'sending' | 'sent' | 'failed';

/** One mail of one issue to one recipient. */
export interface Delivery {
  id: number;
  state: DeliveryState;
  messageId: string;
  scheduledAt: Date;
}

/** Writes down that a recipient is to get an issue, once, and tells how far that has come. */
export async function scheduleDelivery(
  db: Database,
  delivery: { issueId: number; recipient: string; messageId: string; now: Date },
): Promise<Delivery> {
  const { issueId, recipient, messageId, now } = delivery;
  const prisma = await db.prisma();
  await prisma.$executeRaw`
    INSERT INTO report_deliveries (issue_id, recipient, state, message_id, created_at)
    VALUES (${issueId}, ${recipient}, 'scheduled', ${messageId}, ${now}) ON CONFLICT DO NOTHING`;
  const kept = await prisma.reportDelivery.findUniqueOrThrow({
    where: { issueId_recipient: { issueId, recipient } },
    select: { id: true, state: true, messageId: true, createdAt: true },
  });
  // Only the verbs of this folder write states.
  const { createdAt, ...row } = kept;
  return { ...row, state: kept.state as DeliveryState, scheduledAt: createdAt };
}
