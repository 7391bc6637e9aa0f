import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { Project, ProjectRow } from './project.ts';
import { projectColumns, projectOf } from './project.ts';

// A mistyped id leaves a project behind for which no call was ever answered.
const SQL = `WITH known AS (SELECT DISTINCT project_id FROM day_coverage)
  SELECT ${projectColumns} FROM projects
  WHERE id IN (SELECT project_id FROM known) OR NOT EXISTS (SELECT 1 FROM known) ORDER BY id`;

/** The projects that have data, by id; all projects while none has any. */
export function listProjects(db: Database): Project[] {
  return (prepared(db, SQL).all() as ProjectRow[]).map((row) => projectOf(row));
}
