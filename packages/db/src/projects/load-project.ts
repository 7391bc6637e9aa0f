import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { Project, ProjectRow } from './project.ts';
import { projectColumns, projectOf } from './project.ts';

const SQL = `SELECT ${projectColumns} FROM projects WHERE id = ?`;

/** The project with this id, or null if the database has none. */
export function loadProject(db: Database, id: string): Project | null {
  const row = prepared(db, SQL).get(id) as ProjectRow | undefined;
  return row === undefined ? null : projectOf(row);
}
