import type { CallReason, NumOfDays } from '@clarity-keep/core';
import { DAILY_CALLS } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import { renewLease } from './project-lease.ts';
import type { ProjectLease } from './project-lease.ts';

export interface CallReservation {
  projectId: string;
  numOfDays: NumOfDays;
  /** Wire names as they will be sent. */
  dimensions: readonly string[];
  reason: CallReason;
  tokenFingerprint: string;
  now: Date;
  /** Held by who asks; a call is only reserved while it is. */
  lease: ProjectLease;
}

export type Reservation =
  | { state: 'reserved'; callId: number }
  /** The day's calls are spent, or Clarity has said so. */
  | { state: 'spent' }
  /** Somebody else has taken the project over. */
  | { state: 'lease-lost' };

const INSERT = `INSERT INTO api_calls
    (project_id, requested_at, quota_day, num_of_days, dimensions, reason, token_fingerprint, state,
     window_start, window_end)
  VALUES (@projectId, @now, @quotaDay, @numOfDays, @dimensions, @reason, @tokenFingerprint, 'reserved',
     @windowStart, @now)`;

/**
 * Writes a call into the quota ledger before it is made, in one transaction that also renews the lease,
 * so that two processes never reserve the same last call. Whatever becomes of it, it counts as spent,
 * unless it surely reached nobody.
 */
export function reserveCall(db: Database, reservation: CallReservation): Reservation {
  const { projectId, numOfDays, dimensions, now, lease, reason, tokenFingerprint } = reservation;
  return db.sql
    .transaction((): Reservation => {
      if (!renewLease(db, { projectId, lease, now })) return { state: 'lease-lost' };
      if (callsLeft(db, projectId, now) === 0) return { state: 'spent' };
      const { lastInsertRowid } = prepared(db, INSERT).run({
        projectId,
        numOfDays,
        dimensions: dimensions.join(','),
        reason,
        tokenFingerprint,
        now: now.toISOString(),
        windowStart: new Date(now.getTime() - numOfDays * 86_400_000).toISOString(),
        quotaDay: quotaDay(now),
      });
      return { state: 'reserved', callId: Number(lastInsertRowid) };
    })
    .immediate();
}

const USED = `SELECT COUNT(*) FROM api_calls
  WHERE project_id = ? AND quota_day = ? AND origin = 'collect' AND state <> 'unsent'`;

/** Calls of a project that count against the UTC day of `now`. */
export function countCalls(db: Database, projectId: string, now: Date): number {
  return Number(prepared(db, USED).pluck().get(projectId, quotaDay(now)));
}

const LIMITED = `SELECT 1 FROM api_calls
  WHERE project_id = ? AND quota_day = ? AND state = 'limited' LIMIT 1`;

/** Whether Clarity has said on the UTC day of `now` that its calls are spent. */
export function isQuotaPinned(db: Database, projectId: string, now: Date): boolean {
  return prepared(db, LIMITED).get(projectId, quotaDay(now)) !== undefined;
}

/** Calls that Clarity still answers on the UTC day of `now`, as far as is known here. */
export function callsLeft(db: Database, projectId: string, now: Date): number {
  if (isQuotaPinned(db, projectId, now)) return 0;
  return Math.max(0, DAILY_CALLS - countCalls(db, projectId, now));
}

const REFUSED = `SELECT 1 FROM (
    SELECT state, token_fingerprint FROM api_calls
    WHERE project_id = ? AND origin = 'collect' AND state IN ('answered', 'refused', 'limited')
    ORDER BY id DESC LIMIT 1
  ) WHERE state = 'refused' AND token_fingerprint = ?`;

/** Whether the last thing that Clarity said of this project was that it refuses this token. */
export function isTokenRefused(
  db: Database,
  { projectId, tokenFingerprint }: { projectId: string; tokenFingerprint: string },
): boolean {
  return prepared(db, REFUSED).get(projectId, tokenFingerprint) !== undefined;
}

/** Clarity counts by UTC day, as far as is known. */
function quotaDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}
