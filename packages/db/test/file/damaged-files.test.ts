import {
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkBodies,
  checkIntegrity,
  DatabaseError,
  factRows,
  listProjects,
  loadCoverage,
  openAsItIs,
  openDatabase,
  openForReading,
  saveProject,
} from '../../src/index.ts';
import { aDatabase, aFolder, anAnswer } from '../support/a-database.ts';

const doors = { openDatabase, openForReading, openAsItIs };
type Door = keyof typeof doors;
const names = Object.keys(doors) as Door[];

/** A closed database with some rows in every kind of table, and its folder. */
async function aFile(): Promise<{ folder: string; path: string }> {
  const folder = aFolder();
  const db = aDatabase(folder);
  for (let day = 10; day < 28; day += 1)
    anAnswer(db, { at: `2026-11-${day}T05:00:00Z`, body: 'x'.repeat(500) });
  const mute = db.sql.prepare(
    `INSERT INTO mutes (project_id, page, reason, created_at) VALUES ('p', ?, ?, '2026-11-20')`,
  );
  for (let page = 0; page < 200; page += 1) mute.run(`/${page}`, 'x'.repeat(100));
  await db.close();
  return { folder, path: join(folder, 'clarity.db') };
}

function problemOf(open: () => unknown): DatabaseError {
  try {
    open();
  } catch (error) {
    if (error instanceof DatabaseError) return error;
    throw error;
  }
  throw new Error('It was opened.');
}

describe('a file that is no database of ours', () => {
  it.each(names)('is left as it is when it is a text: %s', (door) => {
    const folder = aFolder();
    const path = join(folder, 'clarity.db');
    writeFileSync(path, 'A note about the shop. '.repeat(100));
    const problem = problemOf(() => doors[door]({ url: 'file:./clarity.db', cwd: folder }));
    expect(problem.code).toBe('cannot-open');
    expect(problem.message).toContain(path);
    expect(readFileSync(path, 'utf8')).toBe('A note about the shop. '.repeat(100));
  });

  it.each(names)('is refused when it is a folder: %s', (door) => {
    const folder = aFolder();
    mkdirSync(join(folder, 'clarity.db'));
    const problem = problemOf(() => doors[door]({ url: 'file:./clarity.db', cwd: folder }));
    expect(problem).toMatchObject({ code: 'cannot-open' });
    expect(problem.message).toContain('Check that DATABASE_URL is right');
  });

  it('is a new one when it is empty', async () => {
    const folder = aFolder();
    closeSync(openSync(join(folder, 'clarity.db'), 'w'));
    const problem = problemOf(() => openForReading({ url: 'file:./clarity.db', cwd: folder }));
    expect(problem.code).toBe('older-schema');
    const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
    saveProject(db, { id: 'p', name: 'Shop', timeZone: 'UTC' }, new Date(0));
    expect(listProjects(db)).toHaveLength(1);
    await db.close();
  });

  it.each([
    'postgres://me:hunter2@host/db',
    'https://host/clarity.db',
    './clarity.db',
    '',
    'FILE:./clarity.db',
  ])('is refused by its URL, without what may be secret in it: %j', (url) => {
    const problem = problemOf(() => openDatabase({ url, cwd: aFolder() }));
    expect(problem.code).toBe('bad-url');
    expect(problem.message).not.toContain('hunter2');
    expect(problem.message).toContain('Example: file:./clarity.db');
  });
});

describe('a file that has lost its end', () => {
  it.each([0.9, 0.5, 0.1])('is damaged, and says what to do about it: %d', async (part) => {
    const { folder, path } = await aFile();
    truncateSync(path, Math.floor((statSync(path).size * part) / 4096) * 4096);
    expect(await damageOf(folder)).toMatch(
      /^(?!ok).*(page|disk image is malformed|"clarity-keep backup".*"clarity-keep doctor --integrity")/s,
    );
  });
});

/** What is wrong with a file, whether it shows when the file is opened or when it is checked. */
async function damageOf(folder: string): Promise<string> {
  try {
    const db = openAsItIs({ url: 'file:./clarity.db', cwd: folder });
    const { damage } = checkIntegrity(db);
    await db.close();
    return damage.join(' ') || 'ok';
  } catch (error) {
    return String(error);
  }
}

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);

/** Everything that a reader may do with a damaged file, and what went wrong of it. */
async function readAll(folder: string): Promise<unknown[]> {
  const errors: unknown[] = [];
  const attempt = async (work: () => unknown): Promise<void> => {
    try {
      await work();
    } catch (error) {
      errors.push(error);
    }
  };
  await attempt(async () => {
    const db = openAsItIs({ url: 'file:./clarity.db', cwd: folder });
    try {
      await attempt(() => listProjects(db));
      await attempt(() =>
        loadCoverage(db, { projectId: 'p', from: '2026-11-01', to: '2026-11-30' }),
      );
      await attempt(() => [...factRows(db, { projectId: 'p', from: null, to: null }).rows()]);
      await attempt(() => checkBodies(db, () => undefined));
      // This one says what is wrong; it never throws.
      expect(checkIntegrity(db)).toHaveProperty('damage');
    } finally {
      await db.close();
    }
  });
  return errors;
}

describe('a file with changed bytes', () => {
  it('ends no reader by anything but an error that says so', async () => {
    const { path } = await aFile();
    const { size } = statSync(path);
    const change = fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), async (changes) => {
        const folder = aFolder();
        const copy = join(folder, 'clarity.db');
        copyFileSync(path, copy);
        const bytes = readFileSync(copy);
        for (const [at, byte] of changes) bytes[at] = byte;
        writeFileSync(copy, bytes);
        for (const error of await readAll(folder)) {
          expect(error).toBeInstanceOf(Error);
          // SQLite's own, ours, or that of a value that was changed to one that cannot be.
          expect(['SqliteError', 'DatabaseError', 'SyntaxError', 'ZodError']).toContain(
            error instanceof Error ? error.constructor.name : '',
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is found by the hash of a body, though SQLite finds nothing', async () => {
    const { folder, path } = await aFile();
    const bytes = readFileSync(path);
    // A raw body is gzip, and stands in its page as it is.
    for (let at = bytes.indexOf(GZIP); at !== -1; at = bytes.indexOf(GZIP, at + 1)) {
      bytes[at + 14] = (bytes[at + 14] ?? 0) ^ 0xff;
    }
    writeFileSync(path, bytes);
    const db = openAsItIs({ url: 'file:./clarity.db', cwd: folder });
    expect(checkIntegrity(db).damage).toEqual([]);
    expect((await checkBodies(db, () => undefined)).damaged).toHaveLength(18);
    await db.close();
  });
});
