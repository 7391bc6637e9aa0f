import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultUrlRules } from '@clarity-keep/core';
import { saveProject } from '@clarity-keep/db';
import type { Database } from '@clarity-keep/db';
import { createSite, generateSessionRecords, insightsAnswer, truth } from '@clarity-keep/simulator';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportInput } from '../../src/index.ts';
import { importFile } from '../../src/index.ts';
import { aDatabase, aFolder, rows } from '../support/a-database.ts';

const now = new Date('2026-11-20T05:00:00Z');
const collected = [...generateSessionRecords({ seed: 3, count: 3000, days: 10, pages: 40 })];

let folder: string;
let db: Database;

beforeEach(() => {
  folder = aFolder();
  db = aDatabase();
  saveProject(db, { id: 'wxb0r23ozh', name: 'Shop', timeZone: 'UTC' }, now);
});

function importInto(path: string, overrides: Partial<ImportInput> = {}) {
  return importFile(
    { db, now: () => now, stdin: () => null },
    {
      path,
      project: { id: 'wxb0r23ozh', timeZone: 'UTC' },
      rules: defaultUrlRules,
      numOfDays: 1,
      maxAnswerBytes: 64 * 2 ** 20,
      onProgress: () => undefined,
      ...overrides,
    },
  );
}

function aFile(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The tutorial's file, made with the tutorial's own statement. */
function aTutorialDatabase(): { path: string; tutorial: SqliteDatabase.Database } {
  const path = join(folder, 'tutorial.db');
  const tutorial = new SqliteDatabase(path);
  tutorial.exec(
    `CREATE TABLE sessions (session_id TEXT PRIMARY KEY, page_url TEXT, duration INTEGER, page_views INTEGER,
       rage_clicks INTEGER, dead_clicks INTEGER, scroll_depth REAL, referrer TEXT, device TEXT, browser TEXT,
       country TEXT, collected_at TEXT)`,
  );
  const insert = tutorial.prepare(
    'INSERT OR IGNORE INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  tutorial.transaction(() => {
    for (const { record, collectedAt } of collected) {
      insert.run(...Object.values(record), collectedAt);
    }
  })();
  return { path, tutorial };
}

describe("the tutorial's database", () => {
  it('gives the numbers of the tutorial’s own questions', async () => {
    const { path, tutorial } = aTutorialDatabase();
    const result = await importInto(path);
    expect(result).toMatchObject({
      read: 3000,
      inserted: 3000,
      duplicates: 0,
      rejected: 0,
      warnings: [],
    });

    expect(
      rows(
        db,
        `SELECT page, SUM(rage_click_events + dead_click_events) AS frustration, SUM(sessions) AS sessions
         FROM page_days GROUP BY page ORDER BY 2 DESC, 1 LIMIT 10`,
      ),
    ).toEqual(
      tutorial
        .prepare(
          `SELECT page_url AS page, SUM(rage_clicks) + SUM(dead_clicks) AS frustration, COUNT(*) AS sessions
           FROM sessions GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10`,
        )
        .all(),
    );
    expect(
      rows(
        db,
        `SELECT device, ROUND(SUM(scroll_depth * sessions) / SUM(sessions), 1) AS depth, SUM(sessions) AS sessions
         FROM device_days GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual(
      tutorial
        .prepare(
          `SELECT device, ROUND(AVG(scroll_depth), 1) AS depth, COUNT(*) AS sessions FROM sessions GROUP BY 1 ORDER BY 1`,
        )
        .all(),
    );
    expect(
      rows(
        db,
        `SELECT referrer, ROUND(100.0 * SUM(bounced_sessions) / SUM(sessions), 1) AS bounce FROM referrer_days
         WHERE referrer <> '' GROUP BY 1 HAVING SUM(sessions) > 5 ORDER BY 2 DESC, 1`,
      ),
    ).toEqual(
      tutorial
        .prepare(
          `SELECT referrer, ROUND(100.0 * SUM(page_views = 1) / COUNT(*), 1) AS bounce FROM sessions
           WHERE referrer <> '' GROUP BY 1 HAVING COUNT(*) > 5 ORDER BY 2 DESC, 1`,
        )
        .all(),
    );
  });

  it('adds nothing when it is imported again', async () => {
    const { path } = aTutorialDatabase();
    await importInto(path);
    const facts = rows(db, 'SELECT * FROM day_facts');
    expect(await importInto(path)).toMatchObject({
      read: 3000,
      inserted: 0,
      duplicates: 3000,
      facts: { inserted: 0, replaced: 0, unchanged: facts.length },
    });
    expect(rows(db, 'SELECT * FROM day_facts')).toEqual(facts);
  });

  it('takes a time without a zone for UTC, and rejects what is no time', async () => {
    const { path, tutorial } = aTutorialDatabase();
    tutorial.exec(
      `DELETE FROM sessions;
       INSERT INTO sessions (session_id, collected_at) VALUES ('a', '2026-11-20 13:00:00'),
         ('b', '2026-11-20T13:00:00.123456+02:00'), ('c', 'yesterday')`,
    );
    const result = await importInto(path);
    expect(result).toMatchObject({
      inserted: 2,
      rejected: 1,
      reasons: ['record 3: collected_at is not a time: "yesterday"'],
    });
    expect(rows(db, 'SELECT day FROM sessions ORDER BY day')).toEqual([
      { day: '2026-11-19' },
      { day: '2026-11-20' },
    ]);
  });

  it('is named when it is damaged, and nothing of it is kept', async () => {
    const { path, tutorial } = aTutorialDatabase();
    tutorial.close();
    writeFileSync(path, readFileSync(path).subarray(0, 40_000));
    await expect(importInto(path)).rejects.toThrow(/Cannot read .*tutorial\.db: .*malformed/);
    expect(rows(db, 'SELECT COUNT(*) AS count FROM sessions')).toEqual([{ count: 0 }]);
  });

  it('is refused when it is another kind of database', async () => {
    const path = join(folder, 'other.db');
    const other = new SqliteDatabase(path);
    other.exec('CREATE TABLE things (id TEXT)');
    await expect(importInto(path)).rejects.toThrow('has no table "sessions"');
    await expect(importInto(db.path)).rejects.toThrow('is a Clarity Keep database');
  });
});

describe('session records', () => {
  const records = collected.slice(0, 200).map(({ record }) => record);

  it.each([
    ['a JSON list', 'records.json', JSON.stringify(records, null, 1)],
    ['JSON lines', 'records.jsonl', records.map((record) => JSON.stringify(record)).join('\r\n')],
  ])('are imported from %s, as collected now unless told', async (_kind, name, content) => {
    const result = await importInto(aFile(name, content));
    expect(result).toMatchObject({ read: 200, inserted: 200, rejected: 0 });
    expect(result.warnings.join()).toContain('count as collected now');
    expect(rows(db, "SELECT day, state FROM day_coverage WHERE breakdown = 'total'")).toEqual([
      { day: '2026-11-19', state: 'estimated' },
    ]);
    expect(rows(db, 'SELECT sessions FROM site_days')).toEqual([{ sessions: 200 }]);
  });

  it('are counted on the day they were fetched', async () => {
    const path = aFile('records.json', JSON.stringify(records));
    const result = await importInto(path, { at: new Date('2026-10-05T15:00:00Z') });
    expect(result.warnings).toEqual([]);
    expect(rows(db, 'SELECT day FROM site_days')).toEqual([{ day: '2026-10-05' }]);
  });

  it('leave the facts of days that Clarity itself has answered better', async () => {
    const site = createSite({ seed: 5, sessionsPerDay: 80 });
    const end = new Date('2026-10-05T01:00:00Z');
    const answer = insightsAnswer({ site, end: end.getTime(), numOfDays: 1 });
    await importInto(aFile('body.json', JSON.stringify(answer)), { at: end });
    const facts = rows(db, 'SELECT * FROM day_facts');
    const result = await importInto(aFile('records.json', JSON.stringify(records)), {
      at: new Date('2026-10-05T09:00:00Z'),
    });
    expect(result).toMatchObject({ inserted: 200, facts: { inserted: 0, replaced: 0 } });
    expect(result.warnings.join()).toContain('cover 1 of the days better (2026-10-04)');
    expect(rows(db, 'SELECT * FROM day_facts')).toEqual(facts);
  });

  it('are told apart: known, rejected, and why', async () => {
    const lines = [{ SessionId: 'a' }, { SessionId: 'a' }, { PageUrl: '/x' }].map((record) =>
      JSON.stringify(record),
    );
    expect(
      await importInto(aFile('some.jsonl', [...lines, '{"SessionId": ', ''].join('\n'))),
    ).toMatchObject({
      read: 4,
      inserted: 1,
      duplicates: 1,
      rejected: 2,
      reasons: ['record 3: no SessionId', 'record 4: not JSON'],
    });
  });

  it('keep a line separator of Unicode, which ends no line of JSON', async () => {
    const line = JSON.stringify({ SessionId: 's1', PageUrl: 'https://shop.example.com/a\u2028b' });
    expect(await importInto(aFile('one.jsonl', `${line}\n`))).toMatchObject({
      read: 1,
      inserted: 1,
      rejected: 0,
    });
  });

  it('keep the pages of visitors apart from their variants, however hostile', async () => {
    const urls = [
      'https://x.example/a?gclid=1',
      'https://X.example/a/',
      '/a',
      "'); DROP TABLE sessions;--",
    ];
    const path = aFile(
      'hostile.json',
      JSON.stringify(
        urls.map((PageUrl, index) => ({ SessionId: `s${index}`, PageUrl, PageViews: 1 })),
      ),
    );
    await importInto(path);
    expect(rows(db, 'SELECT page, sessions FROM page_days ORDER BY sessions DESC, page')).toEqual([
      { page: 'https://x.example/a', sessions: 2 },
      { page: "'); DROP TABLE sessions;--", sessions: 1 },
      { page: '/a', sessions: 1 },
    ]);
    expect(
      rows(db, 'SELECT COUNT(*) AS kept, COUNT(DISTINCT page_url) AS urls FROM sessions'),
    ).toEqual([{ kept: 4, urls: 4 }]);
  });

  it('are not counted on days that nobody has said', async () => {
    const times = ['5', '11/20/2026', '2026-02-30T99:00:00Z', '2026-11-18'];
    const path = aFile(
      'times.jsonl',
      times
        .map((CollectedAt, index) => JSON.stringify({ SessionId: `s${index}`, CollectedAt }))
        .join('\n'),
    );
    await importInto(path, { at: new Date('2026-11-10T23:00:00Z') });
    expect(rows(db, 'SELECT day, sessions FROM site_days ORDER BY day')).toEqual([
      { day: '2026-11-10', sessions: 3 },
      { day: '2026-11-17', sessions: 1 },
    ]);
  });

  it('are all in or none, when a process is stopped in the middle', async () => {
    const path = aFile('records.json', JSON.stringify(records));
    const stop = new Error('stopped');
    const importing = importInto(path, {
      onProgress: () => {
        throw stop;
      },
    });
    await expect(importing).rejects.toBe(stop);
    expect(rows(db, 'SELECT COUNT(*) AS count FROM sessions')).toEqual([{ count: 0 }]);
    expect(await importInto(path)).toMatchObject({ inserted: 200 });
  });
});

describe('a saved response', () => {
  const site = createSite({ seed: 5, sessionsPerDay: 80 });
  const at = new Date('2026-10-05T05:00:00Z');
  const body = (numOfDays: 1 | 2 | 3) =>
    JSON.stringify(
      insightsAnswer({ site, end: at.getTime(), numOfDays, dimensions: ['URL', 'Device'] }),
    );

  it('becomes day facts when its window was one day', async () => {
    const result = await importInto(aFile('body.json', body(1)), { at });
    expect(result).toMatchObject({
      read: 1,
      inserted: 1,
      duplicates: 0,
      rejected: 0,
      warnings: [],
    });
    expect(rows(db, 'SELECT breakdown, day, state FROM day_coverage ORDER BY 1')).toEqual([
      { breakdown: 'page', day: '2026-10-04', state: 'complete' },
      { breakdown: 'page_device', day: '2026-10-04', state: 'complete' },
    ]);
  });

  it('is stored raw, and says why, when its window was wider and gives no day by itself', async () => {
    const result = await importInto(aFile('body.json', body(3)), { at, numOfDays: 3 });
    expect(result).toMatchObject({ inserted: 1 });
    expect(result.warnings.join()).toContain(
      '1 response over several days is stored but gives no facts yet (3 days by page_device, fetched at 2026-10-05T05:00:00.000Z)',
    );
    expect(rows(db, 'SELECT COUNT(*) AS count FROM day_facts')).toEqual([{ count: 0 }]);
    expect(rows(db, 'SELECT origin, num_of_days, length(body) > 0 AS kept FROM api_calls')).toEqual(
      [{ origin: 'import', num_of_days: 3, kept: 1 }],
    );
  });

  it('becomes an older day when the narrower answer of the same moment is there', async () => {
    await importInto(aFile('two.json', body(2)), { at, numOfDays: 2 });
    expect(await importInto(aFile('three.json', body(3)), { at, numOfDays: 3 })).toMatchObject({
      warnings: [],
    });
    expect(rows(db, 'SELECT breakdown, day, state FROM day_coverage ORDER BY 1')).toEqual([
      { breakdown: 'page', day: '2026-10-02', state: 'estimated' },
      { breakdown: 'page_device', day: '2026-10-02', state: 'estimated' },
    ]);
    const [sum] = rows(
      db,
      "SELECT SUM(sessions) AS sessions FROM day_facts WHERE breakdown = 'page_device'",
    );
    const really = truth({
      site,
      from: at.getTime() - 3 * 86_400_000,
      to: at.getTime() - 2 * 86_400_000,
      by: ['page', 'device'],
    });
    expect(sum?.['sessions']).toBe(really.reduce((total, { sessions }) => total + sessions, 0));
  });

  it('is known when it is imported again', async () => {
    const path = aFile('body.json', body(1));
    await importInto(path, { at });
    expect(await importInto(path, { at })).toMatchObject({ inserted: 0, duplicates: 1 });
    expect(rows(db, 'SELECT COUNT(*) AS count FROM api_calls')).toEqual([{ count: 1 }]);
  });

  it('has to be told when it was fetched', async () => {
    await expect(importInto(aFile('body.json', body(1)))).rejects.toThrow('Add --at');
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['nothing.json', '', 'nothing.json is empty.'],
    ['page.html', '<!doctype html>', 'is not a JSON list, JSON lines, a SQLite database or CSV'],
    ['empty.json', '[]', 'an empty list'],
    [
      'broken.json',
      '[{"SessionId": "a"}, {"SessionId": ',
      'breaks off or is not JSON after record 1',
    ],
    ['behind.json', '[{"SessionId": "a"}] and more', 'breaks off or is not JSON after record 1'],
    ['object.json', '{\n  "error": "no"\n}', 'It starts with "{\\n  \\"error'],
  ])('%s is not understood', async (name, content, why) => {
    await expect(importInto(aFile(name, content))).rejects.toThrow(why);
  });

  it('is named when it is not there', async () => {
    await expect(importInto(join(folder, 'absent.json'))).rejects.toThrow(
      /absent\.json does not exist\./,
    );
  });

  it('leaves the file as it was', async () => {
    const { path, tutorial } = aTutorialDatabase();
    tutorial.close();
    const before = readFileSync(path);
    await importInto(path);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
