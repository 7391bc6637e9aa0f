import type { NumOfDays } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';

export interface CallReservation {
  projectId: string;
  numOfDays: NumOfDays;
  /** Wire names as they will be sent. */
  dimensions: readonly string[];
  now: Date;
  /** Calls a UTC day, ten at Clarity. */
  limit: number;
}

const SQL = `INSERT INTO api_calls
    (project_id, requested_at, quota_day, num_of_days, dimensions, state, window_start, window_end)
  SELECT @projectId, @now, @quotaDay, @numOfDays, @dimensions, 'reserved', @windowStart, @now
  WHERE (SELECT COUNT(*) FROM api_calls
    WHERE project_id = @projectId AND quota_day = @quotaDay AND origin = 'collect') < @limit`;

/**
 * Writes a call into the quota ledger before it is made, in one statement, so that two processes never
 * reserve the same last call. Every reserved call counts as spent, whatever becomes of it.
 *
 * @returns the id of the call, or null when the day's calls are spent.
 */
export function reserveCall(db: Database, reservation: CallReservation): number | null {
  const { projectId, numOfDays, dimensions, now, limit } = reservation;
  const { changes, lastInsertRowid } = prepared(db, SQL).run({
    projectId,
    numOfDays,
    dimensions: dimensions.join(','),
    now: now.toISOString(),
    windowStart: new Date(now.getTime() - numOfDays * 86_400_000).toISOString(),
    quotaDay: quotaDay(now),
    limit,
  });
  return changes === 0 ? null : Number(lastInsertRowid);
}

const USED_SQL = `SELECT COUNT(*) FROM api_calls
  WHERE project_id = ? AND quota_day = ? AND origin = 'collect'`;

/** Calls of a project that count against the UTC day of `now`. */
export function countCalls(db: Database, projectId: string, now: Date): number {
  return Number(prepared(db, USED_SQL).pluck().get(projectId, quotaDay(now)));
}

/** Clarity counts by UTC day, as far as is known. */
function quotaDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}
