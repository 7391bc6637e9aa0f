import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `UPDATE api_keys SET revoked_at = COALESCE(revoked_at, @now) WHERE name = @name RETURNING revoked_at`;

/** Revokes the key of this name and returns since when it is revoked: `now`, or earlier. Null if there is no such key. */
export function revokeApiKey(db: Database, name: string, now: Date): Date | null {
  const at = prepared(db, SQL).pluck().get({ name, now: now.toISOString() }) as string | undefined;
  return at === undefined ? null : new Date(at);
}
