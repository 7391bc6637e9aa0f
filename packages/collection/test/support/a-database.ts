import { openDatabase } from '@clarity-keep/db';
import type { Database } from '@clarity-keep/db';
import { databasesOf } from '@clarity-keep/testing';

export { aFolder } from '@clarity-keep/testing';

export const aDatabase = databasesOf(openDatabase);

/** All rows of a statement, as objects. */
export function rows(db: Database, sql: string, ...values: unknown[]): Record<string, unknown>[] {
  return db.sql.prepare(sql).all(...values) as Record<string, unknown>[];
}
