import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { aFolder } from './folder.ts';

interface OpenDatabase {
  sql: { serialize(): Buffer };
  close(): Promise<void>;
}

/** Opens `clarity.db` in a folder, closed after the test: a new file unless there is one. */
export type DatabaseInFolder<Database> = (folder?: string) => Database;

/**
 * Databases for a suite, opened by this function. New files are copies of the first one, which takes a
 * tenth of the time of migrating each.
 */
export function databasesOf<Database extends OpenDatabase>(
  open: (place: { url: string; cwd: string }) => Database,
): DatabaseInFolder<Database> {
  let template: Buffer | undefined;
  return (folder = aFolder()) => {
    const path = join(folder, 'clarity.db');
    const isNew = !existsSync(path);
    if (isNew && template !== undefined) writeFileSync(path, template, { mode: 0o600 });
    const db = open({ url: 'file:./clarity.db', cwd: folder });
    onTestFinished(() => db.close());
    if (isNew) template ??= db.sql.serialize();
    return db;
  };
}
