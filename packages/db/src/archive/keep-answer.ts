import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { packBody } from './packed-body.ts';

/** Stores the raw body of a response, before it is parsed. */
export function keepAnswer(
  db: Database,
  { callId, body, durationMs }: { callId: number; body: Buffer; durationMs: number },
): void {
  prepared(
    db,
    `UPDATE api_calls SET state = 'answered', http_status = 200, duration_ms = @durationMs,
       body = @body, body_sha256 = @sha256 WHERE id = @callId`,
  ).run({ callId, durationMs, ...packBody(body) });
}
