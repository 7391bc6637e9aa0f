import { dirname } from 'node:path';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { databasePath, requireFile } from './database-path.ts';
import { cannotOpen, isBusyError, isReadOnlyError } from './cannot-open.ts';
import { DatabaseError } from '../errors.ts';
import { applyMigrations } from './apply-migrations.ts';
import { pendingMigrations, refuseForeignFile } from './pending-migrations.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';

/**
 * An open Clarity Keep database. `sql` is the driver itself, for verbs that work on sets of facts;
 * `prisma()` loads the Prisma client on first use, for verbs that work on single records.
 * Both use the same file. See docs/decisions/002-two-doors-to-one-file.md.
 */
export interface Database {
  readonly sql: SqliteDatabase.Database;
  readonly path: string;
  prisma(): Promise<PrismaClient>;
  close(): Promise<void>;
}

/** How long a writer waits for another one: longer than a large import holds the lock. */
const BUSY_TIMEOUT_MS = 60_000;

/** Page cache in KiB: SQLite's default of 2 MB thrashes on a million random session ids. */
const CACHE_KIB = 128 * 1024;

export interface OpenOptions {
  /** A `file:` URL. */
  url: string;
  /** The folder a relative path starts from. */
  cwd: string;
  /** Refuses to create the file, for callers that only read. */
  mustExist?: boolean | undefined;
}

/**
 * Opens the SQLite file of a `file:` URL, creates it if it does not exist, and brings its schema up to date.
 * Safe while other processes open the same file. A file that this user can only read is opened read-only,
 * as long as its schema needs no update.
 *
 * @throws DatabaseError when the URL is not a `file:` URL, or the file is not a Clarity Keep database.
 */
export function openDatabase({ url, cwd, mustExist = false }: OpenOptions): Database {
  const path = databasePath(url, cwd);
  if (mustExist) requireFile(path);
  const sql = openFile(path, setUp);
  try {
    applyMigrations(sql);
  } catch (error) {
    sql.close();
    if (!isReadOnlyError(error)) throw error;
    throw new DatabaseError(
      'read-only',
      `The database ${path} was made by an older version and needs an update, but this user cannot write to it. ` +
        'Run any clarity-keep command as the user who owns the file first.',
      { cause: error },
    );
  }
  return databaseOf(sql, path);
}

/**
 * Opens an existing file and changes neither its schema nor its settings: for commands that maintain the
 * file itself.
 *
 * @throws DatabaseError when the file does not exist, or is not a Clarity Keep database.
 */
export function openAsItIs({ url, cwd }: Omit<OpenOptions, 'mustExist'>): Database {
  const path = databasePath(url, cwd);
  requireFile(path);
  return databaseOf(openFile(path, refuseForeignFile), path);
}

/**
 * Opens an existing file read-only: SQLite refuses every change, and the schema stays as it is. Safe while
 * others write.
 *
 * @throws DatabaseError when the file does not exist, is not a Clarity Keep database, or has another schema version.
 */
export function openForReading({ url, cwd }: Omit<OpenOptions, 'mustExist'>): Database {
  const path = databasePath(url, cwd);
  requireFile(path);
  const sql = openFile(path, (opened) => refuseOlderSchema(opened, path), { readonly: true });
  sql.pragma(`cache_size = -${CACHE_KIB}`);
  return databaseOf(sql, path);
}

function refuseOlderSchema(sql: SqliteDatabase.Database, path: string): void {
  if (pendingMigrations(sql).length === 0) return;
  throw new DatabaseError(
    'older-schema',
    `The database ${path} was made by an older version. Run any other command first to update it, e.g. "clarity-keep status".`,
  );
}

function databaseOf(sql: SqliteDatabase.Database, path: string): Database {
  let client: Promise<PrismaClient> | undefined;
  return {
    sql,
    path,
    prisma: () => (client ??= loadPrisma(path)),
    close: async () => {
      if (client !== undefined) await (await client).$disconnect();
      sql.close();
    },
  };
}

function setUp(sql: SqliteDatabase.Database): void {
  // Reading the mode first keeps a reader from asking for the lock that a switch needs.
  if (sql.pragma('journal_mode', { simple: true }) !== 'wal') switchToWal(sql);
  sql.pragma('synchronous = NORMAL');
  sql.pragma('foreign_keys = ON');
  sql.pragma(`cache_size = -${CACHE_KIB}`);
}

const WAIT_MS = 20;

/**
 * Switches the file to WAL mode. SQLite does not wait for this one lock: if several processes create a file
 * at the same moment, one switches it and the others find it switched.
 */
function switchToWal(sql: SqliteDatabase.Database): void {
  for (let waited = 0; ; waited += WAIT_MS) {
    try {
      sql.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      // The file can still be read in its present mode.
      if (isReadOnlyError(error)) return;
      if (!isBusyError(error) || waited >= BUSY_TIMEOUT_MS) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}

/** Raw URLs may be about people. SQLite gives the files next to the database the same mode. */
function makeForOwner(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

function openFile(
  path: string,
  begin: (sql: SqliteDatabase.Database) => void,
  { readonly = false }: { readonly?: boolean } = {},
): SqliteDatabase.Database {
  let sql: SqliteDatabase.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) makeForOwner(path);
    sql = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS, readonly });
    begin(sql);
    return sql;
  } catch (error) {
    sql?.close();
    if (error instanceof DatabaseError) throw error;
    throw cannotOpen(path, error);
  }
}

async function loadPrisma(path: string): Promise<PrismaClient> {
  const [{ PrismaClient: Client }, { PrismaBetterSqlite3 }] = await Promise.all([
    import('../generated/prisma/client.ts'),
    import('@prisma/adapter-better-sqlite3'),
  ]);
  return new Client({
    adapter: new PrismaBetterSqlite3({ url: `file:${path}`, timeout: BUSY_TIMEOUT_MS }),
  });
}
