import { timingSafeEqual } from 'node:crypto';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { ApiKey, ApiKeyRow } from './api-key.ts';
import { apiKeyColumns, apiKeyOf } from './api-key.ts';
import { hashOfKey, isKeyText } from './key-text.ts';

type HashedRow = ApiKeyRow & { keySha256: string };

const SQL = `SELECT ${apiKeyColumns}, key_sha256 AS keySha256 FROM api_keys`;

/**
 * The key of this text, whatever its state, or null. Every kept hash is compared, and each in constant
 * time: how long it takes says how many keys there are, and nothing of what they are.
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

/** timingSafeEqual throws when the lengths differ, as those of a row that somebody edited might. */
function isSame(kept: Buffer, asked: Buffer): boolean {
  return kept.length === asked.length && timingSafeEqual(kept, asked);
}
