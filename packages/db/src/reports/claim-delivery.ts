import type { Database } from '../file/open-database.ts';

/** Holds a delivery until its outcome is recorded. */
export interface DeliveryClaim {
  id: number;
  claimedAt: Date | null;
}

/**
 * Claims a delivery that no process is sending, that was not sent and has not failed for good: for exactly
 * one of several that try, null for the others. The delivery is "sending" until its outcome is recorded. A
 * process that dies in between may have sent the mail, so the delivery is never claimed again by itself.
 */
export async function claimDelivery(
  db: Database,
  { id, now }: { id: number; now: Date },
): Promise<(DeliveryClaim & { attempts: number }) | null> {
  const prisma = await db.prisma();
  const [claimed] = await prisma.reportDelivery.updateManyAndReturn({
    where: { id, state: { in: ['scheduled', 'failed'] }, isFinal: false },
    data: { state: 'sending', attempts: { increment: 1 }, lastError: null, claimedAt: now },
    select: { attempts: true },
  });
  return claimed === undefined ? null : { id, claimedAt: now, attempts: claimed.attempts };
}
