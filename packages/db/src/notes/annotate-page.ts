import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { Annotation } from './list-annotations.ts';

const ADD = `INSERT INTO annotations (project_id, page, day, text, created_at)
  SELECT @projectId, @page, @day, @text, @now WHERE NOT EXISTS (
    SELECT 1 FROM annotations WHERE project_id = @projectId AND page = @page AND day = @day AND text = @text)`;

const FIND = `SELECT id, page, day, text FROM annotations
  WHERE project_id = @projectId AND page = @page AND day = @day AND text = @text ORDER BY id LIMIT 1`;

/** Annotates what was done to a page on a day. The same annotation again changes nothing. */
export function annotatePage(
  db: Database,
  { projectId, note, now }: { projectId: string; note: Omit<Annotation, 'id'>; now: Date },
): Annotation {
  prepared(db, ADD).run({ projectId, ...note, now: now.toISOString() });
  return prepared(db, FIND).get({ projectId, ...note }) as Annotation;
}
