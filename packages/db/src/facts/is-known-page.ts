import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `SELECT 1 FROM segments p
  CROSS JOIN day_coverage c ON c.project_id = @projectId AND c.breakdown = 'page'
  CROSS JOIN day_facts f ON f.project_id = c.project_id AND f.breakdown = 'page' AND f.day = c.day AND f.segment_id = p.id
  WHERE p.breakdown = 'page' AND p.page = @page LIMIT 1`;

/** Whether a project has facts about this page on any day. */
export function isKnownPage(
  db: Database,
  { projectId, page }: { projectId: string; page: string },
): boolean {
  return prepared(db, SQL).get({ projectId, page }) !== undefined;
}
