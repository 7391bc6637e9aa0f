import type { Day } from '@clarity-keep/core';
import { breakdowns, FIRST_DAY, LAST_DAY } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

// One look-up per breakdown: a plain MAX(day) would read all the coverage of a project.
const SQL = `SELECT MAX((SELECT MAX(c.day) FROM day_coverage c
    WHERE c.project_id = ? AND c.breakdown = b.value AND c.day BETWEEN '${FIRST_DAY}' AND '${LAST_DAY}'))
  FROM json_each('${JSON.stringify(breakdowns)}') b`;

/** The newest stored day, in any breakdown; null without any. */
export function newestCoveredDay(db: Database, projectId: string): Day | null {
  // An aggregate without GROUP BY has exactly one row.
  return prepared(db, SQL).pluck().get(projectId) as Day | null;
}
