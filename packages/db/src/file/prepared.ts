import type SqliteDatabase from 'better-sqlite3';
import type { Database } from './open-database.ts';

const statements = new WeakMap<Database, Map<string, SqliteDatabase.Statement>>();

/** The statement of this SQL text, compiled once per connection. */
export function prepared(db: Database, sql: string): SqliteDatabase.Statement {
  let known = statements.get(db);
  if (known === undefined) statements.set(db, (known = new Map()));
  let statement = known.get(sql);
  if (statement === undefined) known.set(sql, (statement = db.sql.prepare(sql)));
  return statement;
}
