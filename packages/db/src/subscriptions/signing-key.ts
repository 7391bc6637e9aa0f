import { randomBytes } from 'node:crypto';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';

const KEY_BYTES = 32;

const FIND = 'SELECT key FROM signing_keys WHERE purpose = ?';
const ADD = `INSERT INTO signing_keys (purpose, key, created_at) VALUES (@purpose, @key, @now)
  ON CONFLICT DO NOTHING`;

/** This database's own secret for a purpose, or null while none was needed. */
export function findSigningKey(db: Database, purpose: string): Buffer | null {
  const key = prepared(db, FIND).pluck().get(purpose) as Buffer | undefined;
  return key ?? null;
}

/** The same, made when it is first needed: one, also when several processes need it at once. */
export function signingKey(db: Database, { purpose, now }: { purpose: string; now: Date }): Buffer {
  const known = findSigningKey(db, purpose);
  if (known !== null) return known;
  prepared(db, ADD).run({ purpose, key: randomBytes(KEY_BYTES), now: now.toISOString() });
  const kept = findSigningKey(db, purpose);
  if (kept === null) throw new Error(`The key for ${purpose} was not kept.`);
  return kept;
}
