import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = 'SELECT EXISTS (SELECT 1 FROM api_calls WHERE requested_at < ?)';

/** Whether there was any call, or any imported response, before an instant. */
export function hasCallBefore(db: Database, instant: Date): boolean {
  return Number(prepared(db, SQL).pluck().get(instant.toISOString())) === 1;
}
