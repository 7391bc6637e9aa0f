import { DatabaseError } from '../errors.ts';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { hashOfKey, newKeyText } from './key-text.ts';

export interface NewApiKey {
  name: string;
  /** Ids; null for all projects. */
  projects: readonly string[] | null;
  expiresAt: Date | null;
}

const INSERT = `INSERT INTO api_keys (name, key_sha256, projects, created_at, expires_at)
  VALUES (@name, @keySha256, @projects, @createdAt, @expiresAt) ON CONFLICT (name) DO NOTHING`;

/**
 * Creates a key and returns it. This is the only time anyone sees it, because only its hash is stored.
 *
 * @throws DatabaseError when the name is taken, even by a revoked key, so that logs can tell keys apart.
 */
export function createApiKey(
  db: Database,
  { name, projects, expiresAt }: NewApiKey,
  { now, randomBytes }: { now: Date; randomBytes: (size: number) => Uint8Array },
): string {
  const key = newKeyText(randomBytes);
  const { changes } = prepared(db, INSERT).run({
    name,
    keySha256: hashOfKey(key).toString('hex'),
    projects: projects === null ? null : JSON.stringify(projects),
    createdAt: now.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  });
  if (changes === 1) return key;
  throw new DatabaseError(
    'key-exists',
    `There is already a key named ${JSON.stringify(name)}, perhaps a revoked one. Choose another name, so that the two are not confused.`,
  );
}
