import type { Database } from '@clarity-keep/db';
import { findProject } from '@clarity-keep/queries';

export interface ProjectScope {
  /** Ids of the projects that may be asked about; null for all of the database. */
  allowedProjects: readonly string[] | null;
  /** The project meant when a question names none. */
  defaultProject: string | undefined;
}

/**
 * Which projects an assistant may know of: those that were named, by id or name, or else those that
 * `clarity-keep.json` describes, or else all of the database.
 *
 * @throws QueryError when a project was named that nothing is kept of.
 */
export function projectScope(
  { db, now }: { db: Database; now: Date },
  {
    named,
    described,
    defaultProject,
  }: {
    named: readonly string[];
    /** Ids of the projects of `clarity-keep.json`; none when there is no such file. */
    described: readonly string[];
    defaultProject: string | undefined;
  },
): ProjectScope {
  if (named.length > 0) {
    const ids = named.map((name) => findProject({ db, now }, name).id);
    return { allowedProjects: [...new Set(ids)], defaultProject };
  }
  return { allowedProjects: described.length > 0 ? described : null, defaultProject };
}
