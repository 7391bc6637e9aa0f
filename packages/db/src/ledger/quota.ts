import { DAILY_CALLS } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const USED = `SELECT COUNT(*) FROM api_calls
  WHERE project_id = ? AND quota_day = ? AND origin = 'collect' AND state <> 'unsent'`;

/** Calls of a project that count against the quota of the UTC day of `now`. */
export function countCalls(db: Database, projectId: string, now: Date): number {
  return Number(prepared(db, USED).pluck().get(projectId, quotaDay(now)));
}

const LIMITED = `SELECT 1 FROM api_calls
  WHERE project_id = ? AND quota_day = ? AND state = 'limited' LIMIT 1`;

/** Whether Clarity has said, on the UTC day of `now`, that the quota is used up. */
export function isQuotaPinned(db: Database, projectId: string, now: Date): boolean {
  return prepared(db, LIMITED).get(projectId, quotaDay(now)) !== undefined;
}

/** Calls left on the UTC day of `now`, as far as the ledger knows. */
export function callsLeft(db: Database, projectId: string, now: Date): number {
  if (isQuotaPinned(db, projectId, now)) return 0;
  return Math.max(0, DAILY_CALLS - countCalls(db, projectId, now));
}

/** The UTC day that a call at this instant counts against. */
export function quotaDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}
