import type { Database } from '../file/open-database.ts';
import type { Delivery } from './delivery.ts';
import { deliveryColumns, deliveryOf } from './delivery.ts';

/**
 * Schedules the deliveries of an issue, all in one statement and each recipient once, and returns the state
 * of each in the order given.
 */
export async function scheduleDeliveries(
  db: Database,
  {
    issueId,
    recipients,
    now,
  }: {
    issueId: number;
    recipients: readonly { recipient: string; messageId: string }[];
    now: Date;
  },
): Promise<Delivery[]> {
  const rows = JSON.stringify(recipients.map(({ recipient, messageId }) => [recipient, messageId]));
  const prisma = await db.prisma();
  await prisma.$executeRaw`
    INSERT INTO report_deliveries (issue_id, recipient, state, message_id, created_at)
    SELECT ${issueId}, value ->> 0, 'scheduled', value ->> 1, ${now} FROM json_each(${rows})
    WHERE true ON CONFLICT DO NOTHING`;
  const kept = await prisma.reportDelivery.findMany({
    where: { issueId, recipient: { in: recipients.map(({ recipient }) => recipient) } },
    select: deliveryColumns,
  });
  const byRecipient = new Map(kept.map((row) => [row.recipient, deliveryOf(row)]));
  return recipients.map(({ recipient }) => {
    const delivery = byRecipient.get(recipient);
    if (delivery === undefined) throw new Error('A delivery was not stored.');
    return delivery;
  });
}
