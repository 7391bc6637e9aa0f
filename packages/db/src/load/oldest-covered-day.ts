import type { Breakdown, Day } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';

const SQL =
  'SELECT MIN(day) FROM day_coverage WHERE project_id = @projectId AND breakdown = @breakdown';

/** The first day that anything is known of in a breakdown, or null when nothing is. */
export function oldestCoveredDay(
  db: Database,
  key: { projectId: string; breakdown: Breakdown },
): Day | null {
  return prepared(db, SQL).pluck().get(key) as Day | null;
}
