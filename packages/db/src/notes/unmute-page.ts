import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = 'DELETE FROM mutes WHERE project_id = @projectId AND page = @page';

/** Unmutes a page; false if it was not muted. */
export function unmutePage(
  db: Database,
  { projectId, page }: { projectId: string; page: string },
): boolean {
  return prepared(db, SQL).run({ projectId, page }).changes > 0;
}
