import type { Database } from '../open-database.ts';

/** One project's report of one week, as it was when it was first sent. */
export interface ReportIssue {
  id: number;
  /** JSON of the report model. */
  model: string;
  createdAt: Date;
}

/** The report that was kept for a project and week, or null when none was sent yet. */
export async function findReportIssue(
  db: Database,
  { projectId, week }: { projectId: string; week: string },
): Promise<ReportIssue | null> {
  const prisma = await db.prisma();
  return prisma.reportIssue.findUnique({
    where: { projectId_week: { projectId, week } },
    select: { id: true, model: true, createdAt: true },
  });
}
