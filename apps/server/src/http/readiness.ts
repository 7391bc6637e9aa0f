import type { Day } from '@clarity-keep/core';
import { countDays, dayOfInstant } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { listProjects, newestCoveredDay } from '@clarity-keep/db';

export interface Readiness {
  database: 'open' | 'failing';
  /** The last day that anything is known of. */
  newestDay: Day | null;
  /** Days since then; 1 for yesterday, in the time zone of its project. */
  ageDays: number | null;
}

export interface ReadinessDeps {
  db: Database;
  now: () => Date;
  defaultProject?: string | undefined;
}

/**
 * How fresh the data is, of the default project when there is one, else of all; of those alone that
 * whoever asks may know of, null for all.
 */
export function readiness(
  { db, now, defaultProject }: ReadinessDeps,
  allowedProjects: readonly string[] | null,
): Readiness {
  const [freshest] = listProjects(db)
    .filter(({ id }) => defaultProject === undefined || id === defaultProject)
    .filter(({ id }) => allowedProjects === null || allowedProjects.includes(id))
    .map(({ id, timeZone }) => ({ timeZone, newestDay: newestCoveredDay(db, id) ?? '' }))
    .toSorted((a, b) => (a.newestDay > b.newestDay ? -1 : 1));
  if (freshest === undefined || freshest.newestDay === '') return unknownReadiness('open');
  const { newestDay, timeZone } = freshest;
  return {
    database: 'open',
    newestDay,
    ageDays: countDays(newestDay, dayOfInstant(now(), timeZone)) - 1,
  };
}

/** What is said when no day can be told of. */
export function unknownReadiness(database: Readiness['database']): Readiness {
  return { database, newestDay: null, ageDays: null };
}
