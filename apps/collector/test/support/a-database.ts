import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@clarity-keep/db';
import type { Database } from '@clarity-keep/db';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new database file that is gone after the test. */
export function aDatabase(folder = aFolder()): Database {
  const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
  onTestFinished(() => db.close());
  return db;
}

/** All rows of a statement, as objects. */
export function rows(db: Database, sql: string, ...values: unknown[]): Record<string, unknown>[] {
  return db.sql.prepare(sql).all(...values) as Record<string, unknown>[];
}
