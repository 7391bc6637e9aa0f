import type { Database } from '../file/open-database.ts';

/** What holds a delivery until it is recorded. */
export interface DeliveryClaim {
  id: number;
  claimedAt: Date | null;
}

/**
 * Takes a delivery that nobody is sending, that was not sent and has not failed for good: for exactly one
 * of several that try, null for the others. It then is "sending", and stays so until it is recorded: a
 * process that dies in between may have sent it, so nobody takes it again by themselves.
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
