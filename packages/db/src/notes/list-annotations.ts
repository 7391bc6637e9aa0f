import type { Day } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** Something that was done to a page, so that its effect can be measured. */
export interface Annotation {
  id: number;
  /** As stored, not as typed. */
  page: string;
  /** The day it was done. */
  day: Day;
  text: string;
}

const SQL = `SELECT id, page, day, text FROM annotations WHERE project_id = ? ORDER BY day DESC, id DESC`;

/** The annotations of a project's pages, latest first. */
export function listAnnotations(db: Database, projectId: string): Annotation[] {
  return prepared(db, SQL).all(projectId) as Annotation[];
}
