import { randomUUID } from 'node:crypto';
import type { Database as Sqlite } from 'better-sqlite3';
import { pendingMigrations } from './pending-migrations.ts';

/** Prisma's own table, so that `prisma migrate deploy` agrees with what was applied here. */
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
 * Applies the committed migrations that the file lacks, with their records, in one transaction. It takes
 * the write lock first: a second process waits and then finds nothing to do.
 *
 * @throws DatabaseError when the file belongs to another program or to a newer Clarity Keep.
 */
export function applyMigrations(sql: Sqlite): void {
  if (pendingMigrations(sql).length === 0) return;
  sql
    .transaction(() => {
      const pending = pendingMigrations(sql);
      sql.exec(MIGRATIONS_TABLE);
      const record = sql.prepare(
        `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
         VALUES (?, ?, unixepoch('subsec') * 1000, ?, unixepoch('subsec') * 1000, 1)`,
      );
      for (const { name, checksum, sql: script } of pending) {
        sql.exec(script);
        record.run(randomUUID(), checksum, name);
      }
    })
    .immediate();
}
