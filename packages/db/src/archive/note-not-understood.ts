import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** Records why a stored response was not understood. It stays in the archive for a later version. */
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
