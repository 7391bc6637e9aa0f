import type { Database } from '../file/open-database.ts';
import { claimIsAlive } from './abandoned.ts';

/** How many deliveries a process may be sending right now: of one scope and week, or of all. */
export async function countClaimedDeliveries(
  db: Database,
  { scope, week, now }: { scope?: string | undefined; week?: string | undefined; now: Date },
): Promise<number> {
  const prisma = await db.prisma();
  return prisma.reportDelivery.count({
    where: {
      state: 'sending',
      ...claimIsAlive(now),
      issue: {
        ...(scope === undefined ? {} : { scope }),
        ...(week === undefined ? {} : { week }),
      },
    },
  });
}
