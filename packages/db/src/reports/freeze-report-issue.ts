import type { Database } from '../file/open-database.ts';
import type { ReportIssue } from './find-report-issue.ts';
import { DIGEST_SCOPE, findReportIssue } from './find-report-issue.ts';

/**
 * Keeps what one week's report of a scope says and looks like, once: a later call changes nothing and
 * gets what the first one kept, also when both run at once.
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
  if (kept === null) throw new Error(`The report of ${scope} for ${week} was not kept.`);
  return kept;
}
