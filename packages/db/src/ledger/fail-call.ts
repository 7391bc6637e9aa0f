import { packBody } from '../archive/packed-body.ts';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/**
 * refused: the token was refused. limited: the quota was used up. failed: no usable response came. unsent:
 * the call certainly never reached Clarity, so it costs nothing.
 */
export type FailedState = 'refused' | 'limited' | 'failed' | 'unsent';

/** Records that a call brought no usable response, with the body that came instead, if any. */
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
    ...(body === null ? { body, sha256: null } : packBody(body)),
  });
}
