import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aCommandLine } from '../../support/a-command-line.ts';

const AT = ['--at', '2026-11-20T05:00:00Z'];

/** Texts of which some reader would make the same. */
const lookAlikes = [
  'a',
  'A',
  'a ',
  ' a',
  'a\u0000',
  'a\u0000b',
  '\u00E9',
  'e\u0301',
  '\uFFFD',
  '\u212B',
  '\u00C5',
  'a\u200B',
  '1',
  '01',
  '1.0',
  '1e0',
];

const halves = ['\uD800', '\uDC00', 'a\uD800', '\uDBFF'];

function opened(folder: string, name: string): SqliteDatabase.Database {
  const db = new SqliteDatabase(join(folder, name));
  onTestFinished(() => void db.close());
  return db;
}

function expectApart(folder: string, count: number): void {
  const db = opened(folder, 'clarity.db');
  expect(
    db
      .prepare(
        'SELECT COUNT(DISTINCT CAST(session_id AS BLOB)) AS ids, COUNT(DISTINCT CAST(browser AS BLOB)) AS browsers FROM sessions',
      )
      .get(),
  ).toEqual({ ids: count, browsers: count });
  for (const table of ['device_days', 'referrer_days']) {
    expect(
      db.prepare(`SELECT COUNT(*) AS facts, MAX(sessions) AS most FROM ${table}`).get(),
    ).toEqual({
      facts: count,
      most: 1,
    });
  }
}

describe('texts that look alike stay apart', () => {
  it.each(['json', 'jsonl'])('from %s', async (kind) => {
    const { folder, run } = aCommandLine({ CLARITY_PROJECT_ID: 'shop' });
    const records = [...lookAlikes, ...halves].map((text) =>
      JSON.stringify({ SessionId: text, Device: text, Referrer: text, Browser: text }),
    );
    const path = join(folder, `texts.${kind}`);
    writeFileSync(path, kind === 'json' ? `[${records.join(',')}]` : records.join('\n'));
    expect(await run('import', path, ...AT)).toMatchObject({ exitCode: 0 });
    expectApart(folder, lookAlikes.length + halves.length);
  });

  it('from an SQLite file', async () => {
    const { folder, run } = aCommandLine({ CLARITY_PROJECT_ID: 'shop' });
    const tutorial = opened(folder, 'tutorial.db');
    tutorial.exec(
      'CREATE TABLE sessions (session_id TEXT, device TEXT, referrer TEXT, browser TEXT)',
    );
    const insert = tutorial.prepare('INSERT INTO sessions VALUES (?, ?, ?, ?)');
    for (const text of lookAlikes) insert.run(text, text, text, text);
    expect(await run('import', join(folder, 'tutorial.db'), ...AT)).toMatchObject({ exitCode: 0 });
    expectApart(folder, lookAlikes.length);
  });
});

it('mends what an earlier version has stored, by import, reparse and questions', async () => {
  const { folder, run } = aCommandLine({ CLARITY_PROJECT_ID: 'shop' });
  const path = join(folder, 'records.json');
  const record = (id: string): object => ({
    SessionId: id,
    PageUrl: '/a',
    Device: 'PC',
    Duration: 30,
  });
  writeFileSync(path, JSON.stringify(['a', 'b', 'c'].map((id) => record(id))));
  await run('import', path, ...AT);
  opened(folder, 'clarity.db').exec(
    `UPDATE sessions SET duration_seconds = 4611686018427387904 WHERE session_id IN ('a', 'b')`,
  );
  writeFileSync(path, JSON.stringify([record('d')]));
  expect(await run('import', path, ...AT)).toMatchObject({ exitCode: 0 });
  const days = opened(folder, 'clarity.db').prepare(
    'SELECT sessions, total_seconds AS seconds FROM site_days',
  );
  expect(days.all()).toEqual([{ sessions: 4, seconds: 30 }]);
  expect(await run('reparse')).toMatchObject({ exitCode: 0 });
  expect(days.all()).toEqual([{ sessions: 2, seconds: 30 }]);
  const answer = await run('query', 'trend', '--from', '2026-11-19', '--to', '2026-11-19');
  expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
});
