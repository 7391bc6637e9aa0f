import type { Database } from '../open-database.ts';
import type { ReportIssue } from './find-report-issue.ts';
import { findReportIssue } from './find-report-issue.ts';

/**
 * Keeps what one project's report of one week says, once: a later call changes nothing and gets what
 * the first one kept, also when both run at once.
 */
export async function freezeReportIssue(
  db: Database,
  issue: { projectId: string; week: string; model: string; now: Date },
): Promise<ReportIssue> {
  const { projectId, week, model, now } = issue;
  const prisma = await db.prisma();
  await prisma.$executeRaw`
    INSERT INTO report_issues (project_id, week, model, created_at)
    VALUES (${projectId}, ${week}, ${model}, ${now}) ON CONFLICT DO NOTHING`;
  const kept = await findReportIssue(db, { projectId, week });
  if (kept === null) throw new Error(`The report of ${projectId} for ${week} was not kept.`);
  return kept;
}
