import type { Database } from '../open-database.ts';

/**
 * Takes a delivery that nobody is sending and that was not sent: true for exactly one of several that
 * try. It then is "sending", and stays so until it is recorded: a process that dies in between may
 * have sent it, so nobody takes it again.
 */
export async function claimDelivery(db: Database, id: number): Promise<boolean> {
  const prisma = await db.prisma();
  const { count } = await prisma.reportDelivery.updateMany({
    where: { id, state: { in: ['scheduled', 'failed'] } },
    data: { state: 'sending', attempts: { increment: 1 }, lastError: null },
  });
  return count === 1;
}
