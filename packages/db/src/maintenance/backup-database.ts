import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { DatabaseError } from '../errors.ts';
import type { Database } from '../file/open-database.ts';

export interface Backup {
  path: string;
  bytes: number;
  tables: number;
  rows: number;
  /** Another program wrote while the copy was made: the copy is of one instant in between. */
  writtenMeanwhile: boolean;
}

/**
 * Copies the database, as it is at one instant, into a new file that only its owner can read, and
 * checks the copy. Others may read and write at the same time. The file gets its name once it is complete.
 *
 * @throws DatabaseError when the file exists or the copy fails; no partial file is left then.
 */
export function backupDatabase(db: Database, path: string): Backup {
  refuseTarget(db, path);
  // A unique name: what a killed backup left behind must not block the next one.
  const partial = `${path}.${randomUUID().slice(0, 8)}.partial`;
  try {
    createPrivately(partial);
    const copy = copyInto(db, partial);
    syncToDisk(partial);
    refuseExisting(path);
    renameSync(partial, path);
    return { path, ...copy };
  } catch (error) {
    for (const suffix of ['', '-journal']) rmSync(`${partial}${suffix}`, { force: true });
    throw backupError(path, error);
  }
}

/** The files SQLite keeps next to a database: it would read a copy by such a name as part of it. */
const OWN_SUFFIXES = ['', '-wal', '-shm', '-journal'];

function refuseTarget({ path: own }: Database, path: string): void {
  const folder = dirname(path);
  if (statOf(folder)?.isDirectory() !== true) {
    throw failure(`The folder ${folder} does not exist. Create it first, or choose another file.`);
  }
  const source = realpathSync(own);
  const target = join(realpathSync(folder), basename(path));
  if (OWN_SUFFIXES.some((suffix) => target === `${source}${suffix}`)) {
    throw failure(`${path} belongs to the database itself. Choose another file.`);
  }
  refuseExisting(path);
}

function refuseExisting(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
  throw failure(`${path} already exists, and a backup never overwrites a file. Choose a new name.`);
}

/** SQLite treats an empty file like a new one, so its mode can be set before it is filled. */
function createPrivately(path: string): void {
  closeSync(openSync(path, 'wx', 0o600));
}

function copyInto(db: Database, path: string): Omit<Backup, 'path'> {
  const versionBefore = dataVersion(db);
  const before = countRows(db.sql);
  db.sql.prepare('VACUUM INTO ?').run(path);
  const writtenMeanwhile = dataVersion(db) !== versionBefore;
  const copy = new SqliteDatabase(path, { readonly: true });
  try {
    const damage = copy.pragma('integrity_check', { simple: true });
    if (damage !== 'ok') throw new Error(`the copy is damaged (${String(damage)})`);
    const copied = countRows(copy);
    compare(copied, before, writtenMeanwhile ? countRows(db.sql) : null);
    return {
      bytes: statSync(path).size,
      tables: copied.size,
      rows: [...copied.values()].reduce((sum, rows) => sum + rows, 0),
      writtenMeanwhile,
    };
  } finally {
    copy.close();
  }
}

/** A number that changes with every commit of another connection. */
function dataVersion({ sql }: Database): unknown {
  return sql.pragma('data_version', { simple: true });
}

type RowCounts = ReadonlyMap<string, number>;

/** How many rows each table has, all at one instant. */
function countRows(sql: SqliteDatabase.Database): RowCounts {
  return sql.transaction(() => {
    const tables = sql
      .prepare<[], string>(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
      )
      .pluck()
      .all();
    return new Map(
      tables.map((table) => [
        table,
        Number(
          sql
            .prepare(`SELECT COUNT(*) FROM "${table.replaceAll('"', '""')}"`)
            .pluck()
            .get(),
        ),
      ]),
    );
  })();
}

/**
 * If nobody has written (`after` is null), every table must have exactly its rows. Otherwise only the ledger
 * can be checked, because none of its rows is ever deleted.
 */
function compare(copied: RowCounts, before: RowCounts, after: RowCounts | null): void {
  for (const table of after === null ? before.keys() : ['api_calls']) {
    const found = copied.get(table) ?? 0;
    const least = before.get(table) ?? 0;
    const most = after === null ? least : (after.get(table) ?? 0);
    if (found < least || found > most) {
      throw new Error(`the copy has ${found} rows in ${table}, the database ${most}`);
    }
  }
}

/** Without this, a power cut could take the copy back. */
function syncToDisk(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function backupError(path: string, error: unknown): unknown {
  const code = error instanceof Error ? String(Reflect.get(error, 'code')) : '';
  if (error instanceof DatabaseError || code.startsWith('SQLITE_BUSY')) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return failure(
    `The backup ${path} failed: ${reason}. No partial file is left. ` +
      'Check the free space on that disk, and the database with "clarity-keep doctor --integrity".',
    error,
  );
}

function failure(message: string, cause?: unknown): DatabaseError {
  return new DatabaseError('backup-failed', message, { cause });
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
