import type { Database as Sqlite } from 'better-sqlite3';
import { DatabaseError } from '../errors.ts';
import { migrations } from '../generated/migrations.ts';

/**
 * The committed migrations that the file lacks. Changes nothing.
 *
 * @throws DatabaseError when the file belongs to another program or to a newer Clarity Keep.
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
      `The database was made by a newer version: this one does not know its migration "${unknown}". Update Clarity Keep.`,
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

// One statement, so that another process that is just creating our tables is not taken for another program.
const FOREIGN_TABLE = `SELECT name FROM sqlite_master
  WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    AND NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations') LIMIT 1`;

/** @throws DatabaseError when the file has tables but no record of our migrations. */
export function refuseForeignFile(sql: Sqlite): void {
  const table = sql.prepare<[], { name: string }>(FOREIGN_TABLE).get();
  if (table === undefined) return;
  throw new DatabaseError(
    'not-ours',
    `The database file already has a table "${table.name}" that is not Clarity Keep's. ` +
      `Point DATABASE_URL to another file. To import a tutorial's clarity.db, run "clarity-keep import FILE".`,
  );
}
