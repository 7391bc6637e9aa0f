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

/** How fresh the data is, of the default project when there is one, else of all. */
export function readiness({ db, now, defaultProject }: ReadinessDeps): Readiness {
  const [freshest] = listProjects(db)
    .filter(({ id }) => defaultProject === undefined || id === defaultProject)
    .map(({ id, timeZone }) => ({ timeZone, newestDay: newestCoveredDay(db, id) ?? '' }))
    .toSorted((a, b) => (a.newestDay > b.newestDay ? -1 : 1));
  if (freshest === undefined || freshest.newestDay === '') {
    return { database: 'open', newestDay: null, ageDays: null };
  }
  const { newestDay, timeZone } = freshest;
  return {
    database: 'open',
    newestDay,
    ageDays: countDays(newestDay, dayOfInstant(now(), timeZone)) - 1,
  };
}
