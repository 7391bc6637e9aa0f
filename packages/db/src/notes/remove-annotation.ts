import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { Annotation } from './list-annotations.ts';

const SQL = `DELETE FROM annotations WHERE project_id = @projectId AND id = @id
  RETURNING id, page, day, text`;

/** Deletes an annotation of a project and returns it; null if the project has none with this id. */
export function removeAnnotation(
  db: Database,
  { projectId, id }: { projectId: string; id: number },
): Annotation | null {
  return (prepared(db, SQL).get({ projectId, id }) as Annotation | undefined) ?? null;
}
