import type { Breakdown, Day } from '@clarity-keep/core';
import { breakdowns, FIRST_DAY, LAST_DAY } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

// One look-up per breakdown, as for the newest.
const SQL = `SELECT MIN((SELECT MIN(c.day) FROM day_coverage c
    WHERE c.project_id = ? AND c.breakdown = b.value AND c.day BETWEEN '${FIRST_DAY}' AND '${LAST_DAY}'))
  FROM json_each(?) b`;

/** The oldest stored day, in one breakdown or in any; null without any. */
export function oldestCoveredDay(
  db: Database,
  projectId: string,
  breakdown?: Breakdown,
): Day | null {
  const looked = breakdown === undefined ? breakdowns : [breakdown];
  // An aggregate without GROUP BY has exactly one row.
  return prepared(db, SQL).pluck().get(projectId, JSON.stringify(looked)) as Day | null;
}
