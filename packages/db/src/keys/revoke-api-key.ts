import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `UPDATE api_keys SET revoked_at = COALESCE(revoked_at, @now) WHERE name = @name RETURNING revoked_at`;

/** Revokes the key with this name and returns when it was revoked: `now`, or earlier. Null for an unknown name. */
export function revokeApiKey(db: Database, name: string, now: Date): Date | null {
  const at = prepared(db, SQL).pluck().get({ name, now: now.toISOString() }) as string | undefined;
  return at === undefined ? null : new Date(at);
}
