import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import type { Project, ProjectRow } from './project.ts';
import { projectColumns, projectOf } from './project.ts';

const SQL = `SELECT ${projectColumns} FROM projects ORDER BY id`;

/** All projects of the database, by id. */
export function listProjects(db: Database): Project[] {
  return (prepared(db, SQL).all() as ProjectRow[]).map((row) => projectOf(row));
}
