import type { NumOfDays } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { packBody } from './packed-body.ts';

export interface SavedAnswer {
  projectId: string;
  body: Buffer;
  windowEnd: Date;
  numOfDays: NumOfDays;
  /** Names as sent; empty when only the rows can say. */
  dimensions?: readonly string[];
}

/**
 * Adds a body that was saved elsewhere to the archive; this costs no quota.
 *
 * @returns the id of the call, or null if the same body for the same window and dimensions is already there.
 */
export function archiveAnswer(db: Database, answer: SavedAnswer): number | null {
  const { projectId, body, windowEnd, numOfDays, dimensions = [] } = answer;
  const { changes, lastInsertRowid } = prepared(
    db,
    `INSERT INTO api_calls (project_id, origin, requested_at, quota_day, num_of_days, dimensions, state,
       http_status, window_start, window_end, body, body_sha256)
     SELECT @projectId, 'import', @end, SUBSTR(@end, 1, 10), @numOfDays, @dimensions, 'answered', 200, @start, @end, @body, @sha256
     WHERE NOT EXISTS (SELECT 1 FROM api_calls WHERE project_id = @projectId AND body_sha256 = @sha256
       AND num_of_days = @numOfDays AND dimensions = @dimensions AND window_end = @end AND parsed_at IS NOT NULL)`,
  ).run({
    projectId,
    numOfDays,
    dimensions: dimensions.join(','),
    end: windowEnd.toISOString(),
    start: new Date(windowEnd.getTime() - numOfDays * 86_400_000).toISOString(),
    ...packBody(body),
  });
  return changes === 0 ? null : Number(lastInsertRowid);
}
