import { randomUUID } from 'node:crypto';
import type { Database as Sqlite } from 'better-sqlite3';
import { DatabaseError } from '../errors.ts';
import { migrations } from '../generated/migrations.ts';

/** Prisma's own table and format, so that `prisma migrate deploy` agrees with what was applied here. */
const MIGRATIONS_TABLE = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/**
 * Applies the committed migrations that the file does not have, with their records, in one
 * transaction. It begins with the write lock: a second process waits, and then finds nothing to do.
 *
 * @throws DatabaseError when the file holds tables of something else, or of a newer Clarity Keep.
 */
export function applyMigrations(sql: Sqlite): void {
  if (pending(sql).length === 0) return;
  sql
    .transaction(() => {
      if (!hasTable(sql, '_prisma_migrations')) refuseForeignFile(sql);
      sql.exec(MIGRATIONS_TABLE);
      const record = sql.prepare(
        `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
         VALUES (?, ?, unixepoch('subsec') * 1000, ?, unixepoch('subsec') * 1000, 1)`,
      );
      for (const { name, checksum, sql: script } of pending(sql)) {
        sql.exec(script);
        record.run(randomUUID(), checksum, name);
      }
    })
    .immediate();
}

function pending(sql: Sqlite): typeof migrations {
  if (!hasTable(sql, '_prisma_migrations')) return migrations;
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

function refuseForeignFile(sql: Sqlite): void {
  const table = sql
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' LIMIT 1`,
    )
    .get();
  if (table === undefined) return;
  throw new DatabaseError(
    'not-ours',
    `The database file already holds a table "${table.name}" that is not Clarity Keep's. ` +
      `Point DATABASE_URL to another file; a tutorial's clarity.db is taken over with "clarity-keep import FILE".`,
  );
}
