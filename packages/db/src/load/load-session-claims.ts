import type { Day } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import type { SessionDayClaim } from '../store/rebuild-session-days.ts';

const SQL = `SELECT day, state, overlap_seconds AS overlapSeconds, window_end AS windowEnd FROM day_coverage
  WHERE project_id = ? AND breakdown = 'total' AND method = 'sessions' AND api_call_id IS NULL ORDER BY day`;

/** What is said of the days that imported session records hold. */
export function loadSessionClaims(db: Database, projectId: string): Map<Day, SessionDayClaim> {
  const rows = prepared(db, SQL).all(projectId) as (Omit<SessionDayClaim, 'windowEnd'> & {
    day: Day;
    windowEnd: string;
  })[];
  return new Map(
    rows.map(({ day, ...claim }) => [day, { ...claim, windowEnd: new Date(claim.windowEnd) }]),
  );
}
