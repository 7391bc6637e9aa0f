import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { NumOfDays } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';

/**
 * refused: the token was. limited: the quota was spent. failed: no usable answer came. unsent: the call
 * surely reached nobody, so it costs nothing.
 */
export type FailedState = 'refused' | 'limited' | 'failed' | 'unsent';

/** Keeps the raw body of an answer, before anything is made of it. */
export function keepAnswer(
  db: Database,
  { callId, body, durationMs }: { callId: number; body: Buffer; durationMs: number },
): void {
  prepared(
    db,
    `UPDATE api_calls SET state = 'answered', http_status = 200, duration_ms = @durationMs,
       body = @body, body_sha256 = @sha256 WHERE id = @callId`,
  ).run({ callId, durationMs, body: gzipSync(body), sha256: sha256(body) });
}

/** Notes that a call brought no answer, with what came instead, if anything did. */
export function failCall(
  db: Database,
  failure: {
    callId: number;
    state: FailedState;
    httpStatus: number | null;
    durationMs: number;
    error: string;
    body: Buffer | null;
  },
): void {
  const { body, ...row } = failure;
  prepared(
    db,
    `UPDATE api_calls SET state = @state, http_status = @httpStatus, duration_ms = @durationMs, error = @error,
       body = @body, body_sha256 = @sha256 WHERE id = @callId`,
  ).run({
    ...row,
    body: body === null ? null : gzipSync(body),
    sha256: body === null ? null : sha256(body),
  });
}

/**
 * Notes that the calls of a project that are still reserved were never settled: the process that made
 * them has died. They count as spent. Only for who holds the lease of the project.
 */
export function abandonReservedCalls(db: Database, projectId: string): number {
  const { changes } = prepared(
    db,
    `UPDATE api_calls SET state = 'failed', error = 'The process ended before the answer was kept.'
     WHERE project_id = ? AND state = 'reserved'`,
  ).run(projectId);
  return changes;
}

/** Notes why a kept answer was not understood. It stays in the archive for a later version. */
export function noteNotUnderstood(
  db: Database,
  { callId, error, parserVersion }: { callId: number; error: string; parserVersion: number },
): void {
  prepared(
    db,
    `UPDATE api_calls SET error = @error, parser_version = @parserVersion, reading_attempts = 0
     WHERE id = @callId`,
  ).run({ callId, error, parserVersion });
}

export interface SavedAnswer {
  projectId: string;
  body: Buffer;
  windowEnd: Date;
  numOfDays: NumOfDays;
}

/**
 * Puts a body that was saved elsewhere into the archive; it costs no quota.
 *
 * @returns the id of the call, or null when the same body of the same window is there already.
 */
export function archiveAnswer(db: Database, answer: SavedAnswer): number | null {
  const { projectId, body, windowEnd, numOfDays } = answer;
  const { changes, lastInsertRowid } = prepared(
    db,
    `INSERT INTO api_calls (project_id, origin, requested_at, quota_day, num_of_days, dimensions, state,
       http_status, window_start, window_end, body, body_sha256)
     SELECT @projectId, 'import', @end, @quotaDay, @numOfDays, '', 'answered', 200, @start, @end, @body, @sha256
     WHERE NOT EXISTS (SELECT 1 FROM api_calls WHERE project_id = @projectId AND body_sha256 = @sha256
       AND num_of_days = @numOfDays AND window_end = @end AND parsed_at IS NOT NULL)`,
  ).run({
    projectId,
    numOfDays,
    end: windowEnd.toISOString(),
    start: new Date(windowEnd.getTime() - numOfDays * 86_400_000).toISOString(),
    quotaDay: windowEnd.toISOString().slice(0, 10),
    body: gzipSync(body),
    sha256: sha256(body),
  });
  return changes === 0 ? null : Number(lastInsertRowid);
}

function sha256(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
