import type { Database as Sqlite } from 'better-sqlite3';
import { DatabaseError } from '../errors.ts';
import { migrations } from '../generated/migrations.ts';

/**
 * The committed migrations that the file does not have. Changes nothing.
 *
 * @throws DatabaseError when the file holds tables of something else, or of a newer Clarity Keep.
 */
export function pendingMigrations(sql: Sqlite): typeof migrations {
  if (!hasTable(sql, '_prisma_migrations')) {
    refuseForeignFile(sql);
    return migrations;
  }
  const applied = new Set(
    sql
      .prepare<[], { name: string }>(
        `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL`,
      )
      .all()
      .map(({ name }) => name),
  );
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied].find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new DatabaseError(
      'newer-schema',
      `The database has the migration "${unknown}", which this version does not know. Update Clarity Keep.`,
    );
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

function hasTable(sql: Sqlite, name: string): boolean {
  return (
    sql.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`).get(name) !==
    undefined
  );
}

// One statement, so that a process that makes the tables just now is not taken for something else.
const FOREIGN_TABLE = `SELECT name FROM sqlite_master
  WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    AND NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations') LIMIT 1`;

/** @throws DatabaseError when the file holds tables, and no record of our migrations. */
export function refuseForeignFile(sql: Sqlite): void {
  const table = sql.prepare<[], { name: string }>(FOREIGN_TABLE).get();
  if (table === undefined) return;
  throw new DatabaseError(
    'not-ours',
    `The database file already holds a table "${table.name}" that is not Clarity Keep's. ` +
      `Point DATABASE_URL to another file; a tutorial's clarity.db is taken over with "clarity-keep import FILE".`,
  );
}
