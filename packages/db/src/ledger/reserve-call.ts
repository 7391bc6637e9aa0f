import type { CallReason, NumOfDays } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { loadQuota } from './load-quota.ts';
import { renewLease } from './project-lease.ts';
import type { ProjectLease } from './project-lease.ts';

export interface CallReservation {
  projectId: string;
  numOfDays: NumOfDays;
  /** Names as sent to Clarity. */
  dimensions: readonly string[];
  reason: CallReason;
  tokenFingerprint: string;
  now: Date;
  /** The caller's lease: a call is reserved only while it is held. */
  lease: ProjectLease;
}

export type Reservation =
  | { state: 'reserved'; callId: number }
  /** No call is free, or Clarity has said so. */
  | { state: 'spent' }
  /** Another process has taken the project over. */
  | { state: 'lease-lost' };

const INSERT = `INSERT INTO api_calls
    (project_id, requested_at, quota_day, num_of_days, dimensions, reason, token_fingerprint, state,
     window_start, window_end)
  VALUES (@projectId, @now, SUBSTR(@now, 1, 10), @numOfDays, @dimensions, @reason, @tokenFingerprint, 'reserved',
     @windowStart, @now)`;

/**
 * Writes a call into the ledger before it is made, in one transaction that also renews the lease, so that
 * two processes never reserve the same last call. It counts against the quota whatever its outcome, unless
 * Clarity refuses it because the quota is used up, or it certainly never reached Clarity.
 */
export function reserveCall(db: Database, reservation: CallReservation): Reservation {
  const { projectId, numOfDays, dimensions, now, lease, reason, tokenFingerprint } = reservation;
  return db.sql
    .transaction((): Reservation => {
      if (!renewLease(db, { projectId, lease, now })) return { state: 'lease-lost' };
      if (loadQuota(db, projectId, now).left === 0) return { state: 'spent' };
      const { lastInsertRowid } = prepared(db, INSERT).run({
        projectId,
        numOfDays,
        dimensions: dimensions.join(','),
        reason,
        tokenFingerprint,
        now: now.toISOString(),
        windowStart: new Date(now.getTime() - numOfDays * 86_400_000).toISOString(),
      });
      return { state: 'reserved', callId: Number(lastInsertRowid) };
    })
    .immediate();
}
