import type { Database } from '../file/open-database.ts';
import { claimIsAbandoned } from './abandoned.ts';

/**
 * Schedules an issue for these recipients again, whatever the outcome so far, and returns how many.
 * Deliveries that a process is sending right now are left alone.
 */
export async function rescheduleDeliveries(
  db: Database,
  { issueId, recipients, now }: { issueId: number; recipients: readonly string[]; now: Date },
): Promise<number> {
  const prisma = await db.prisma();
  const { count } = await prisma.reportDelivery.updateMany({
    where: {
      issueId,
      recipient: { in: [...recipients] },
      OR: [{ state: { not: 'sending' } }, ...claimIsAbandoned(now)],
    },
    data: { state: 'scheduled', attempts: 0, isFinal: false, lastError: null },
  });
  return count;
}
