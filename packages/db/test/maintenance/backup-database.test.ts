import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupDatabase, openAsItIs, openDatabase } from '../../src/index.ts';
import { aDatabase, aFolder, anAnswer } from '../support/a-database.ts';

function readOnly(path: string) {
  const copy = new SqliteDatabase(path, { readonly: true });
  onTestFinished(() => {
    copy.close();
  });
  return copy;
}

describe('a backup', () => {
  it('is a whole database in one file that only its owner can read', async () => {
    const db = aDatabase();
    anAnswer(db, { at: '2026-11-20T05:00:00Z', body: '[1]' });
    const path = join(aFolder(), 'copy.db');
    const backup = backupDatabase(db, path);
    expect(backup).toMatchObject({ path, bytes: statSync(path).size, writtenMeanwhile: false });
    expect(backup.tables).toBeGreaterThan(15);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(path))).toEqual(['copy.db']);

    const restored = openDatabase({ url: `file:${path}`, cwd: '/' });
    onTestFinished(() => restored.close());
    const calls = 'SELECT * FROM api_calls';
    expect(restored.sql.prepare(calls).all()).toEqual(db.sql.prepare(calls).all());
  });

  it('is of one instant while another program writes, which does not notice', async () => {
    const folder = aFolder();
    const db = aDatabase(folder);
    anAnswer(db, { at: '2026-11-20T05:00:00Z', body: `["${'x'.repeat(100_000)}"]` });
    const script = join(import.meta.dirname, '../support/write-until-told.ts');
    const writer = spawn(process.execPath, [script, folder], { stdio: 'pipe' });
    let errors = '';
    writer.stderr.on('data', (chunk: Buffer) => (errors += String(chunk)));
    const ended = once(writer, 'close');
    await once(writer.stdout, 'data');

    const copies = [];
    let sawWriter = false;
    for (let index = 0; index < 200 && !(sawWriter && index >= 3); index += 1) {
      const path = join(folder, `copy-${index}.db`);
      sawWriter = backupDatabase(db, path).writtenMeanwhile || sawWriter;
      copies.push(path);
    }
    writer.stdin.end();
    expect([await ended, errors]).toEqual([[0, null], '']);
    expect(sawWriter).toBe(true);
    for (const path of copies) {
      const copy = readOnly(path);
      const count = (sql: string) => Number(copy.prepare(sql).pluck().get());
      expect(count(`SELECT COUNT(*) FROM projects WHERE id <> 'p'`)).toBe(
        count('SELECT COUNT(*) FROM mutes'),
      );
    }
  });

  it('can be made of a database that an older version has left, and leaves that as it is', () => {
    const folder = aFolder();
    const db = aDatabase(folder);
    db.sql.exec(
      `DELETE FROM _prisma_migrations WHERE migration_name <> (SELECT MIN(migration_name) FROM _prisma_migrations)`,
    );
    const old = openAsItIs({ url: 'file:./clarity.db', cwd: folder });
    onTestFinished(() => old.close());
    backupDatabase(old, join(folder, 'copy.db'));
    const applied = 'SELECT COUNT(*) FROM _prisma_migrations';
    expect(old.sql.prepare(applied).pluck().get()).toBe(1);
    expect(readOnly(join(folder, 'copy.db')).prepare(applied).pluck().get()).toBe(1);
  });

  it('replaces nothing', () => {
    const db = aDatabase();
    const path = join(aFolder(), 'copy.db');
    writeFileSync(path, 'mine');
    expect(() => backupDatabase(db, path)).toThrow(
      `${path} already exists, and a backup never overwrites a file.`,
    );
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it('is made beside what a killed one has left, and leaves nothing more', () => {
    const db = aDatabase();
    const folder = aFolder();
    const path = join(folder, 'copy.db');
    for (const left of ['copy.db.partial', 'copy.db.1234abcd.partial']) {
      writeFileSync(join(folder, left), 'of another');
    }
    backupDatabase(db, path);
    expect(readdirSync(folder).toSorted()).toEqual([
      'copy.db',
      'copy.db.1234abcd.partial',
      'copy.db.partial',
    ]);
  });

  it('does not follow a link to nowhere', () => {
    const db = aDatabase();
    const path = join(aFolder(), 'copy.db');
    symlinkSync('/nowhere/else', path);
    expect(() => backupDatabase(db, path)).toThrow('exists');
  });

  it.each(['', '-wal', '-shm', '-journal'])(
    'is not written over the database or what SQLite keeps beside it: %j',
    (suffix) => {
      const folder = aFolder();
      const db = aDatabase(folder);
      const link = join(aFolder(), 'link');
      symlinkSync(folder, link);
      for (const path of [`${db.path}${suffix}`, join(link, `clarity.db${suffix}`)]) {
        expect(() => backupDatabase(db, path)).toThrow('belongs to the database itself');
      }
    },
  );

  it('goes only into a folder that is there', () => {
    const db = aDatabase();
    const folder = aFolder();
    const path = join(folder, 'backups', 'copy.db');
    expect(() => backupDatabase(db, path)).toThrow('Create it first');
    mkdirSync(join(folder, 'backups'));
    expect(backupDatabase(db, path).path).toBe(path);
  });

  it('leaves no half file when the database cannot be read', async () => {
    const folder = aFolder();
    const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
    db.sql.exec(`INSERT INTO projects (id, name, created_at) VALUES ('p', 'Shop', 0)`);
    anAnswer(db, { at: '2026-11-20T05:00:00Z', body: randomText(200_000) });
    await db.close();
    damage(join(folder, 'clarity.db'));
    const damaged = openAsItIs({ url: 'file:./clarity.db', cwd: folder });
    onTestFinished(() => damaged.close());
    const path = join(folder, 'copy.db');
    expect(() => backupDatabase(damaged, path)).toThrow(
      /copy\.db failed: .*No partial file is left/,
    );
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
  });
});

describe('openAsItIs', () => {
  it('makes no file, and takes none of something else', () => {
    const folder = aFolder();
    const open = () => openAsItIs({ url: 'file:./clarity.db', cwd: folder });
    expect(open).toThrow('There is no database');
    expect(existsSync(join(folder, 'clarity.db'))).toBe(false);
    const other = new SqliteDatabase(join(folder, 'clarity.db'));
    other.exec('CREATE TABLE sessions (session_id TEXT)');
    other.close();
    expect(open).toThrow('already has a table "sessions"');
  });
});

/** What gzip cannot make much smaller. */
function randomText(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(33 + (state % 90));
  }).join('');
}

/** Overwrites the second half of a file, where the pages of the raw body are. */
function damage(path: string): void {
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  const junk = Buffer.alloc(size - Math.floor(size / 2), 0xff);
  writeSync(file, junk, 0, junk.length, Math.floor(size / 2));
  closeSync(file);
}
