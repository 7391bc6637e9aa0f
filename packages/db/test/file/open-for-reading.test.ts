import { existsSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { listProjects, openForReading, saveProject } from '../../src/index.ts';
import { aDatabase, aFolder } from '../support/a-database.ts';

function openReader(folder: string) {
  const db = openForReading({ url: 'file:./clarity.db', cwd: folder });
  onTestFinished(() => db.close());
  return db;
}

it('reads what is written meanwhile, and lets the writer close', async () => {
  const folder = aFolder();
  const writer = aDatabase(folder);
  const reader = openReader(folder);
  saveProject(writer, { id: 'q', name: 'Blog', timeZone: 'UTC' }, new Date(0));
  await writer.close();
  expect(listProjects(reader).map(({ id }) => id)).toEqual(['p', 'q']);
});

it('cannot write', () => {
  const folder = aFolder();
  aDatabase(folder);
  const reader = openReader(folder);
  expect(() => reader.sql.exec('DELETE FROM projects')).toThrow('readonly database');
  expect(listProjects(reader)).toHaveLength(1);
});

it('makes no file', () => {
  const folder = aFolder();
  expect(() => openReader(folder)).toThrow('There is no database');
  expect(existsSync(join(folder, 'clarity.db'))).toBe(false);
});

it.each([
  ['2999_future', 'this one does not know its migration "2999_future"'],
  [null, /was made by an older version\. Run any other command .* "clarity-keep status"/],
])('leaves a schema of another version as it is: %j', (added, problem) => {
  const folder = aFolder();
  const { sql } = aDatabase(folder);
  if (added === null) {
    sql.exec(`DELETE FROM _prisma_migrations WHERE migration_name =
      (SELECT MAX(migration_name) FROM _prisma_migrations)`);
  } else {
    sql.exec(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name)
      VALUES ('x', '', 1, '${added}')`);
  }
  const before = sql.prepare('SELECT migration_name FROM _prisma_migrations').all();
  expect(() => openReader(folder)).toThrow(problem);
  expect(sql.prepare('SELECT migration_name FROM _prisma_migrations').all()).toEqual(before);
});

it('refuses a file of something else', () => {
  const folder = aFolder();
  const other = new SqliteDatabase(join(folder, 'clarity.db'));
  other.exec('CREATE TABLE sessions (session_id TEXT)');
  other.close();
  expect(() => openReader(folder)).toThrow("that is not Clarity Keep's");
});
