import type { Breakdown, Day, DayState } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** What is known of one day and breakdown, and which answer it comes from. */
export interface CoveredDay {
  breakdown: Breakdown;
  day: Day;
  state: Exclude<DayState, 'missing'>;
  method: 'direct' | 'differenced' | 'sessions';
  /** Null for imported session records. */
  callId: number | null;
  subtractedCallId: number | null;
  overlapSeconds: number;
  windowEnd: Date;
}

const SQL = `SELECT breakdown, day, state, method, api_call_id AS callId, subtracted_call_id AS subtractedCallId,
    overlap_seconds AS overlapSeconds, window_end AS windowEnd
  FROM day_coverage WHERE project_id = @projectId AND day BETWEEN @from AND @to ORDER BY day, breakdown`;

/** Every day and breakdown of a range that anything is known of. */
export function loadCoverage(
  db: Database,
  range: { projectId: string; from: Day; to: Day },
): CoveredDay[] {
  const rows = prepared(db, SQL).all(range) as (Omit<CoveredDay, 'windowEnd'> & {
    windowEnd: string;
  })[];
  return rows.map((row) => ({ ...row, windowEnd: new Date(row.windowEnd) }));
}
