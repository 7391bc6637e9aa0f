import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { ApiKey, ApiKeyRow } from './api-key.ts';
import { apiKeyColumns, apiKeyOf } from './api-key.ts';

const SQL = `SELECT ${apiKeyColumns} FROM api_keys ORDER BY created_at, id`;

/** All keys ever created, oldest first. */
export function listApiKeys(db: Database): ApiKey[] {
  return (prepared(db, SQL).all() as ApiKeyRow[]).map((row) => apiKeyOf(row));
}
