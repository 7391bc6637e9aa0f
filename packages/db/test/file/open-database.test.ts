import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { diffSchema } from '../../scripts/diff-schema.ts';
import { migrations } from '../../src/generated/migrations.ts';
import { openDatabase, saveProject } from '../../src/index.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

function open(url = 'file:./clarity.db', mustExist = false) {
  const db = openDatabase({ url, cwd: folder, mustExist });
  onTestFinished(() => db.close());
  return db;
}

describe('the schema', () => {
  it('is exactly what the migrations give', async () => {
    expect(await diffSchema()).toBe('');
  });

  it('is there after the first opening, with the records that Prisma would have written', () => {
    const { sql } = open();
    expect(
      sql
        .prepare('SELECT migration_name, checksum, applied_steps_count FROM _prisma_migrations')
        .all(),
    ).toEqual(
      migrations.map(({ name, checksum }) => ({
        migration_name: name,
        checksum,
        applied_steps_count: 1,
      })),
    );
    expect(sql.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(sql.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('is the same for Prisma as for SQL', async () => {
    const db = open();
    const prisma = await db.prisma();
    const createdAt = new Date('2026-11-20T05:00:00Z');
    await prisma.project.create({ data: { id: 'p', name: 'Shop', createdAt } });
    expect(db.sql.prepare('SELECT id, name, time_zone FROM projects').all()).toEqual([
      { id: 'p', name: 'Shop', time_zone: 'UTC' },
    ]);
    expect((await prisma.project.findFirst())?.createdAt).toEqual(createdAt);
  });

  it('waits as long for a writer through Prisma as through the driver', async () => {
    const db = open();
    const prisma = await db.prisma();
    const timeout = Number(db.sql.pragma('busy_timeout', { simple: true }));
    expect(timeout).toBeGreaterThan(5_000);
    const [row] = await prisma.$queryRaw<{ timeout: bigint | number }[]>`PRAGMA busy_timeout`;
    expect(Number(row?.timeout)).toBe(timeout);
  });

  it('is made once when many processes open a new file at once', async () => {
    const script = join(import.meta.dirname, '../support/open-once.ts');
    const exits = Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, [script, folder], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => {
        errors += String(chunk);
      });
      return new Promise((resolve) => {
        child.on('close', (code) => {
          resolve({ code, errors });
        });
      });
    });
    expect(await Promise.all(exits)).toEqual(exits.map(() => ({ code: 0, errors: '' })));
    expect(open().sql.prepare('SELECT COUNT(*) AS count FROM _prisma_migrations').all()).toEqual([
      { count: migrations.length },
    ]);
  });
});

describe('a file that is not for us', () => {
  it('is left alone when it holds tables of something else', () => {
    const other = new SqliteDatabase(join(folder, 'clarity.db'));
    other.exec('CREATE TABLE sessions (session_id TEXT)');
    other.close();
    expect(() => open()).toThrow('already has a table "sessions" that is not Clarity Keep\'s');
    const after = new SqliteDatabase(join(folder, 'clarity.db'), { readonly: true });
    expect(after.prepare('SELECT name FROM sqlite_master').pluck().all()).toEqual(['sessions']);
    after.close();
  });

  it('is refused when it is no database', () => {
    writeFileSync(
      join(folder, 'clarity.db'),
      'not a database, but long enough to be read as one'.repeat(40),
    );
    expect(() => open()).toThrow(
      /Cannot open the database .*clarity\.db: file is not a database\. .*"clarity-keep backup".*"clarity-keep doctor --integrity"/,
    );
  });

  it('is refused when a newer version has written it', () => {
    const db = open();
    db.sql.exec(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) VALUES ('x', '', 1, '2999_future')`,
    );
    expect(() => open()).toThrow('this one does not know its migration "2999_future"');
  });

  it('is refused when it is not a file', () => {
    expect(() => open('postgres://user:secret@host/db')).toThrow('not with "postgres:"');
  });

  it('is not made by those who only ask', () => {
    expect(() => open('file:./clarity.db', true)).toThrow('There is no database');
    expect(existsSync(join(folder, 'clarity.db'))).toBe(false);
  });
});

it.skipIf(process.platform === 'win32')('makes a file for its owner alone', () => {
  const { path, sql } = open();
  sql.exec('CREATE TABLE t (a)');
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  }
});

it('makes the folder of a new file, and takes absolute paths as they are', () => {
  expect(open(`file:${folder}/a/b/clarity.db`).path).toBe(join(folder, 'a/b/clarity.db'));
  expect(open('file:sub/clarity.db').path).toBe(join(folder, 'sub/clarity.db'));
});

describe.skipIf(process.platform === 'win32')('a file that somebody else owns', () => {
  async function asked({ journalMode, mode }: { journalMode: string; mode: number }) {
    const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
    saveProject(db, { id: 'shop', name: 'Shop', timeZone: 'UTC' }, new Date(0));
    db.sql.pragma(`journal_mode = ${journalMode}`);
    await db.close();
    chmodSync(join(folder, 'clarity.db'), 0o444);
    chmodSync(folder, mode);
    const script = join(import.meta.dirname, '../support/ask-as-somebody-else.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], {
      encoding: 'utf8',
    });
    chmodSync(folder, 0o700);
    return { status, stdout, stderr };
  }

  it.each([
    { journalMode: 'delete', mode: 0o555 },
    { journalMode: 'wal', mode: 0o777 },
  ])('can be asked, and is not said to be writable: %j', async (made) => {
    const { stdout, stderr } = await asked(made);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      projects: ['shop'],
      trial: 'refused',
      error: 'SQLITE_READONLY',
    });
  });

  it('says what to do when SQLite cannot read it', async () => {
    const { status, stderr } = await asked({ journalMode: 'wal', mode: 0o555 });
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/cannot write to the file or its folder.*\(chown\)\. Or copy the file/);
  });
});
