import type { CoveredDay } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `INSERT INTO day_coverage (project_id, breakdown, day, state, method, api_call_id, subtracted_call_id,
    overlap_seconds, window_end)
  VALUES (@projectId, @breakdown, @day, @state, @method, @callId, @subtractedCallId, @overlapSeconds, @windowEnd)
  ON CONFLICT DO UPDATE SET state = excluded.state, method = excluded.method,
    api_call_id = excluded.api_call_id, subtracted_call_id = excluded.subtracted_call_id,
    overlap_seconds = excluded.overlap_seconds, window_end = excluded.window_end`;

/** Stores where the facts of a day come from and how complete they are. */
export function coverDay(db: Database, projectId: string, day: CoveredDay): void {
  prepared(db, SQL).run({ ...day, projectId, windowEnd: day.windowEnd.toISOString() });
}
