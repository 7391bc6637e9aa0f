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
  /** Another program has written while the copy was made: it is of one instant in between. */
  writtenMeanwhile: boolean;
}

/**
 * Copies the database, as it is at one instant, into a new file that only its owner can read, and
 * checks the copy. Others may read and write meanwhile. The file gets its name when it is whole.
 *
 * @throws DatabaseError when the file exists or the copy cannot be made; nothing of it is left then.
 */
export function backupDatabase(db: Database, path: string): Backup {
  refuseTarget(db, path);
  // A name of its own: what a killed backup has left must not keep the next one from being made.
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

/** What SQLite keeps beside a database: a copy by such a name would be read as part of it. */
const OWN_SUFFIXES = ['', '-wal', '-shm', '-journal'];

function refuseTarget({ path: own }: Database, path: string): void {
  const folder = dirname(path);
  if (statOf(folder)?.isDirectory() !== true) {
    throw failure(`There is no folder ${folder}. Make it first, or name another file.`);
  }
  const source = realpathSync(own);
  const target = join(realpathSync(folder), basename(path));
  if (OWN_SUFFIXES.some((suffix) => target === `${source}${suffix}`)) {
    throw failure(`${path} belongs to the database itself. Name another file.`);
  }
  refuseExisting(path);
}

function refuseExisting(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
  throw failure(`${path} exists, and a backup replaces nothing. Name a new file.`);
}

/** SQLite takes an empty file as it would take a new one, so its mode can be set before it is filled. */
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

/** Changes with every commit of another connection. */
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
 * When nobody has written (`after` is null), every table must have its rows. Otherwise counts may have
 * gone up and down meanwhile, but those of the ledger, of which no row is ever deleted.
 */
function compare(copied: RowCounts, before: RowCounts, after: RowCounts | null): void {
  for (const table of after === null ? before.keys() : ['api_calls']) {
    const found = copied.get(table) ?? 0;
    const least = before.get(table) ?? 0;
    const most = after === null ? least : (after.get(table) ?? 0);
    if (found < least || found > most) {
      throw new Error(`the copy has ${found} rows of ${table}, and the database ${most}`);
    }
  }
}

/** A copy that a power cut can take back is none. */
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
    `The backup ${path} was not made: ${reason}. Nothing of it is left. ` +
      'Check the room on that disk and, with "clarity-keep doctor --integrity", the database.',
    error,
  );
}

function failure(message: string, cause?: unknown): DatabaseError {
  return new DatabaseError('backup-failed', message, { cause });
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
