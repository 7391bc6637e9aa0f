import type { Database } from '../file/open-database.ts';
import type { ReportIssue } from './find-report-issue.ts';
import { DIGEST_SCOPE, findReportIssue } from './find-report-issue.ts';

/**
 * Stores what one week's report of a scope says and looks like, once: later calls change nothing and return
 * what the first one stored, even if both run at the same time.
 */
export async function freezeReportIssue(
  db: Database,
  issue: { scope: string; week: string; model: string; mail: Uint8Array; now: Date },
): Promise<ReportIssue> {
  const { scope, week, model, mail, now } = issue;
  const projectId = scope === DIGEST_SCOPE ? null : scope;
  const prisma = await db.prisma();
  await prisma.$executeRaw`
    INSERT INTO report_issues (scope, project_id, week, model, mail, created_at)
    VALUES (${scope}, ${projectId}, ${week}, ${model}, ${mail}, ${now}) ON CONFLICT DO NOTHING`;
  const kept = await findReportIssue(db, { scope, week });
  if (kept === null) throw new Error(`The report of ${scope} for ${week} was not stored.`);
  return kept;
}
