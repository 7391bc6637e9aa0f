import { timingSafeEqual } from 'node:crypto';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { ApiKey, ApiKeyRow } from './api-key.ts';
import { apiKeyColumns, apiKeyOf } from './api-key.ts';
import { hashOfKey, isKeyText } from './key-text.ts';

type HashedRow = ApiKeyRow & { keySha256: string };

const SQL = `SELECT ${apiKeyColumns}, key_sha256 AS keySha256 FROM api_keys`;

/**
 * Finds the key with this text, whatever its state, or returns null. Every stored hash is compared, each in
 * constant time: the duration reveals how many keys there are, and nothing about them.
 */
export function findApiKey(db: Database, text: string): ApiKey | null {
  if (!isKeyText(text)) return null;
  const hash = hashOfKey(text);
  let found: ApiKey | null = null;
  for (const { keySha256, ...row } of prepared(db, SQL).all() as HashedRow[]) {
    if (isSame(Buffer.from(keySha256, 'hex'), hash)) found = apiKeyOf(row);
  }
  return found;
}

/** timingSafeEqual throws if the lengths differ, which they may in a row that someone has edited. */
function isSame(kept: Buffer, asked: Buffer): boolean {
  return kept.length === asked.length && timingSafeEqual(kept, asked);
}
