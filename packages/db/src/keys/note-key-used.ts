import { isBusyError, isReadOnlyError } from '../file/cannot-open.ts';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { ApiKey } from './api-key.ts';

const EVERY_MS = 60_000;

// A time in the future comes from a clock that was corrected since.
const SQL = `UPDATE api_keys SET last_used_at = @now
  WHERE id = @id AND (last_used_at IS NULL OR last_used_at NOT BETWEEN @since AND @now)`;

/**
 * Records that a key was used, at most once a minute. Never waits: while another program writes, as a large
 * import does for seconds, or if this user can only read, nothing is recorded.
 */
export function noteKeyUsed(
  db: Database,
  { id, lastUsedAt }: Pick<ApiKey, 'id' | 'lastUsedAt'>,
  now: Date,
): void {
  const since = new Date(now.getTime() - EVERY_MS);
  if (lastUsedAt !== null && lastUsedAt >= since && lastUsedAt <= now) return;
  const patience = Number(db.sql.pragma('busy_timeout', { simple: true }));
  db.sql.pragma('busy_timeout = 0');
  try {
    prepared(db, SQL).run({ id, now: now.toISOString(), since: since.toISOString() });
  } catch (error) {
    if (!isReadOnlyError(error) && !isBusyError(error)) throw error;
  } finally {
    db.sql.pragma(`busy_timeout = ${patience}`);
  }
}
