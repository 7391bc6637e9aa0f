import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = 'SELECT EXISTS (SELECT 1 FROM sessions WHERE project_id = ?)';

/** Whether a project has session records. */
export function hasSessionRecords(db: Database, projectId: string): boolean {
  return prepared(db, SQL).pluck().get(projectId) === 1;
}
