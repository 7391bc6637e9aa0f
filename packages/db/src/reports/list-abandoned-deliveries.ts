import type { Database } from '../file/open-database.ts';
import { claimIsAbandoned } from './abandoned.ts';
import type { Delivery } from './delivery.ts';
import { deliveryColumns, deliveryOf } from './delivery.ts';
import type { ReportIssue } from './find-report-issue.ts';
import { issueColumns } from './find-report-issue.ts';

export type AbandonedDelivery = Delivery & { issue: ReportIssue };

/**
 * Deliveries that a process started to send without ever recording the outcome, oldest issue first: of one
 * scope and week, or of all.
 */
export async function listAbandonedDeliveries(
  db: Database,
  { scope, week, now }: { scope?: string | undefined; week?: string | undefined; now: Date },
): Promise<AbandonedDelivery[]> {
  const prisma = await db.prisma();
  const rows = await prisma.reportDelivery.findMany({
    where: {
      state: 'sending',
      OR: claimIsAbandoned(now),
      issue: {
        ...(scope === undefined ? {} : { scope }),
        ...(week === undefined ? {} : { week }),
      },
    },
    select: { ...deliveryColumns, issue: { select: issueColumns } },
    orderBy: [{ issueId: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ issue, ...row }) => ({ ...deliveryOf(row), issue }));
}
