import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CommandLine, CommandLineRun } from '../../support/a-command-line.ts';
import { aCommandLine } from '../../support/a-command-line.ts';

interface Importer extends CommandLine {
  write: (name: string, content: string | Uint8Array) => string;
  import: (path: string, ...options: string[]) => Promise<CommandLineRun>;
  stored: () => unknown[];
}

function anImporter(): Importer {
  const line = aCommandLine({ CLARITY_PROJECT_ID: 'shop' });
  return {
    ...line,
    write(name, content) {
      const path = join(line.folder, name);
      writeFileSync(path, content);
      return path;
    },
    import: (path, ...options) =>
      line.run('import', path, '--at', '2026-11-20T05:00:00Z', ...options),
    stored() {
      const db = new SqliteDatabase(join(line.folder, 'clarity.db'));
      onTestFinished(() => void db.close());
      return db
        .prepare('SELECT session_id AS id, page_url AS url, day FROM sessions ORDER BY session_id')
        .all();
    },
  };
}

const GOOD = '{"SessionId":"good","PageUrl":"/a"}';

/** After whatever file: nothing of it is stored, and the next ordinary import works. */
async function expectUsable(importer: Importer): Promise<void> {
  expect(await importer.import(importer.write('good.json', `[${GOOD}]`))).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('1 read: 1 inserted') as string,
  });
  expect(importer.stored()).toEqual([{ id: 'good', url: '/a', day: '2026-11-19' }]);
}

const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

describe('a file that cannot be used', () => {
  it.each<[name: string, content: string | Uint8Array, exitCode: number, message: RegExp]>([
    ['empty.json', '', 6, /\.json is empty\./],
    ['blank.json', ' \n\n ', 6, /\.json is empty\./],
    ['none.json', '[]', 6, /is an empty list/],
    [
      'page.html',
      '<!doctype html><p>',
      6,
      /is not a JSON list, JSON lines, a SQLite database or CSV .*\. It starts with "<!doctype html><p>"/,
    ],
    ['text.json', '"text"', 6, /is not a JSON list/],
    ['object.json', '{\n"a": 1}', 6, /is not a JSON list/],
    ['cut.json', `[${GOOD},{"SessionId":"b"`, 6, /breaks off or is not JSON after record 1/],
    ['comma.json', `[${GOOD},]`, 6, /breaks off or is not JSON after record 1/],
    ['mixed.json', `[${GOOD},{"SessionId":"b"]}]`, 6, /breaks off/],
    ['behind.json', `[${GOOD}]${GOOD}`, 6, /breaks off/],
    ['metric.json', '[{"metricName":"Traffic","information":[', 6, /breaks off or is not JSON/],
    ['deep.json', '['.repeat(300_000), 6, /breaks off/],
    ['deep-record.json', `[{"SessionId":${'['.repeat(2_000_000)}`, 6, /breaks off|not understood/],
    ['utf16.json', utf16(`\uFEFF[${GOOD}]`), 2, /is UTF-16 text/],
    ['utf16-no-mark.json', utf16(`[${GOOD}]`), 2, /is UTF-16 text/],
    ['zeros.json', new Uint8Array(5_000), 2, /neither JSON, CSV nor a SQLite database/],
    ['packed.json.gz', Buffer.from('1f8b0800000000000003', 'hex'), 2, /incomplete gzip/],
    ['packed.zip', Buffer.from('504b03041400000008000000', 'hex'), 2, /encrypted or compressed/],
    ['header.db', 'SQLite format 3\0', 2, /Cannot read .*not a database/],
    ['encrypted.db', `SQLite format 3\0${'\x10\0\x01\x01'.repeat(2_000)}`, 2, /Cannot read/],
  ])(
    '%s ends in a message, and nothing of it is kept',
    async (name, content, exitCode, message) => {
      const importer = anImporter();
      const run = await importer.import(importer.write(name, content));
      expect(run.exitCode).toBe(exitCode);
      expect(run.stderr).toMatch(message);
      expect(run.stderr).not.toContain('This is a bug');
      await expectUsable(importer);
    },
  );

  // Nothing is locked to root.
  it.skipIf(process.getuid?.() === 0)('is one of somebody else', async () => {
    const importer = anImporter();
    const locked = importer.write('locked.json', `[${GOOD}]`);
    chmodSync(locked, 0);
    const run = await importer.import(locked);
    expect(run).toMatchObject({ exitCode: 2 });
    expect(run.stderr).toContain('EACCES');
  });

  it('is a folder, a pipe or a device', async () => {
    const importer = anImporter();
    const folder = join(importer.folder, 'folder');
    mkdirSync(folder);
    const pipe = join(importer.folder, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe], { stdio: 'ignore' });
    expect(await importer.import(folder)).toMatchObject({ exitCode: 2 });
    expect((await importer.import(folder)).stderr).toContain('is a folder');
    expect((await importer.import(pipe)).stderr).toContain('is a pipe or a device');
    expect(await importer.import('/dev/zero')).toMatchObject({ exitCode: 2 });
    await expectUsable(importer);
  });

  it('is a saved answer that is larger than one can be', async () => {
    const importer = anImporter();
    const path = importer.write('answer.json', '[{"metricName":"Traffic","information":[');
    // Sparse: what it says is no JSON, but nobody reads so far.
    truncateSync(path, 200 * 2 ** 20);
    const run = await importer.import(path);
    expect(run).toMatchObject({ exitCode: 6 });
    expect(run.stderr).toContain('is larger than 64 MB');
    await expectUsable(importer);
  });
});

describe('records that cannot be', () => {
  const odd: readonly (readonly [record: string | Uint8Array, reason: string])[] = [
    ['1', 'not an object'],
    ['null', 'not an object'],
    ['[]', 'not an object'],
    ['{}', 'no SessionId'],
    ['{"__proto__":{"SessionId":"p"}}', 'no SessionId'],
    ['{"SessionId":{"toString":1}}', 'no SessionId'],
    ['{"SessionId":12345678901234567890}', 'a SessionId that is not an exact number'],
    ['{"SessionId":"a","Duration":1e999}', 'Duration cannot be Infinity'],
    ['{"SessionId":"a","PageViews":-1}', 'PageViews cannot be -1'],
    ['{"SessionId":"a","PageViews":"1e400"}', 'PageViews cannot be "1e400"'],
    [
      `{"SessionId":"a","Duration":${'['.repeat(90_000)}${']'.repeat(90_000)}}`,
      'Duration cannot be a list',
    ],
    [`{"SessionId":"${'a'.repeat(1_100_000)}"}`, 'longer than 1 MB'],
    [Buffer.from('{"SessionId":"\xff"}', 'latin1'), 'not UTF-8'],
    [Buffer.from('{"SessionId":"\xed\xa0\x80"}', 'latin1'), 'not UTF-8'],
  ];

  const joined = (between: string, before = '', after = ''): Uint8Array =>
    Buffer.concat([
      Buffer.from(before + GOOD),
      ...odd.flatMap(([record]) => [Buffer.from(between), Buffer.from(record)]),
      Buffer.from(after),
    ]);

  it.each([
    ['a list', 'odd.json', joined(',', '[', ']')],
    ['a list after a byte order mark', 'mark.json', joined(' ,\r\n', '\uFEFF [', '\n] ')],
    ['lines', 'odd.jsonl', joined('\n')],
    ['lines after a byte order mark', 'mark.jsonl', joined('\r\n\r\n', '\uFEFF')],
  ])('are left out of %s with their reasons', async (_kind, name, content) => {
    const importer = anImporter();
    const run = await importer.import(importer.write(name, content), '--json');
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      read: odd.length + 1,
      inserted: 1,
      rejected: odd.length,
      reasons: odd.slice(0, 10).map(([, reason], index) => `record ${index + 2}: ${reason}`),
    });
    await expectSame(importer);
  });

  it('are told when there is nothing else', async () => {
    const importer = anImporter();
    for (const [record] of odd) {
      const list = Buffer.concat([Buffer.from('['), Buffer.from(record), Buffer.from(']')]);
      const run = await importer.import(importer.write('one.json', list));
      expect(run.exitCode).toBe(6);
      expect(run.stdout + run.stderr).toMatch(/record 1: |not understood/);
    }
    await expectUsable(importer);
  });

  async function expectSame(importer: Importer): Promise<void> {
    expect(importer.stored()).toEqual([{ id: 'good', url: '/a', day: '2026-11-19' }]);
    expect(await importer.import(importer.write('good.json', `[${GOOD}]`))).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('1 already known') as string,
    });
  }
});

describe('an SQLite file', () => {
  function tutorial(importer: Importer, sql: string): string {
    const path = join(importer.folder, 'tutorial.db');
    const db = new SqliteDatabase(path);
    db.exec(sql);
    db.close();
    return path;
  }

  it.each([
    [
      'view',
      'CREATE VIEW sessions AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS session_id FROM n',
    ],
    ['virtual', 'CREATE VIRTUAL TABLE sessions USING fts5(session_id)'],
  ])('has a %s for its table, and is refused', async (kind, sql) => {
    const importer = anImporter();
    const run = await importer.import(tutorial(importer, sql));
    expect(run).toMatchObject({ exitCode: 2 });
    expect(run.stderr).toContain(`"sessions" is a ${kind}, not an ordinary table`);
    await expectUsable(importer);
  });

  it('runs nothing of its schema', async () => {
    const importer = anImporter();
    const path = tutorial(
      importer,
      `CREATE TABLE log (text);
       CREATE TABLE sessions (session_id TEXT CHECK (length(session_id) > 0), bomb AS (zeroblob(100000000)),
         page_url AS (hex(zeroblob(100000000))));
       CREATE TRIGGER t AFTER INSERT ON sessions BEGIN INSERT INTO log VALUES (new.session_id); END;
       INSERT INTO sessions (session_id) VALUES ('good')`,
    );
    const before = readFileSync(path);
    expect(await importer.import(path)).toMatchObject({ exitCode: 0 });
    expect(importer.stored()).toEqual([{ id: 'good', url: '', day: '2026-11-19' }]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['with names of rows', ''],
    ['without', ' WITHOUT ROWID'],
  ])('has odd values in a table %s, which are left out with their reasons', async (_kind, rest) => {
    const importer = anImporter();
    const path = tutorial(
      importer,
      `CREATE TABLE sessions (n INTEGER PRIMARY KEY, session_id, page_url, duration, page_views, scroll_depth,
         collected_at)${rest};
       INSERT INTO sessions VALUES
         (1, 9007199254740993, '', 1.6, 2.0, '50', '2026-11-20 05:00:00'),
         (2, 9007199254740992, '', '', NULL, NULL, NULL),
         (3, 1e300, '', 0, 0, 0, NULL),
         (4, x'61', '', 0, 0, 0, NULL),
         (5, 'e', zeroblob(3), 0, 0, 0, NULL),
         (6, 'f', hex(zeroblob(600000)), 0, 0, 0, NULL),
         (7, 'g', '', 9e999, 0, 0, NULL),
         (8, 'h', '', 4611686018427387904, 0, 0, NULL),
         (9, 'i', '', 0, 'many', 0, NULL),
         (10, 'j', '', 0, 0, 0, 1763600000),
         (11, CAST(x'61ff' AS TEXT), '', 0, 0, 0, NULL),
         (12, CAST(x'eda080' AS TEXT), '', 0, 0, 0, NULL)`,
    );
    const run = await importer.run('import', path, '--json');
    expect(JSON.parse(run.stdout)).toMatchObject({
      read: 12,
      inserted: 2,
      reasons: [
        'record 3: a SessionId that is not an exact number',
        'record 4: session_id is a BLOB',
        'record 5: page_url is a BLOB',
        'record 6: longer than 1 MB',
        'record 7: Duration cannot be Infinity',
        'record 8: Duration cannot be 4611686018427388000',
        'record 9: PageViews cannot be "many"',
        'record 10: collected_at is not a time: 1763600000',
        'record 11: not UTF-8',
        'record 12: not UTF-8',
      ],
    });
    expect(importer.stored()).toMatchObject([
      { id: '9007199254740992' },
      { id: '9007199254740993' },
    ]);
  });

  it('is damaged anywhere, and nothing of it is kept', async () => {
    const importer = anImporter();
    const path = tutorial(
      importer,
      `CREATE TABLE sessions (session_id TEXT PRIMARY KEY, page_url TEXT);
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
       INSERT INTO sessions SELECT 's' || i, hex(randomblob(100)) FROM n`,
    );
    const whole = readFileSync(path);
    for (const at of [18, 50, 102, 4_096, 4_100, 8_200, 60_000, whole.length - 5_000]) {
      const copy = Buffer.from(whole);
      copy.fill(0xa5, at, at + 60);
      const run = await importer.import(importer.write('damaged.db', copy));
      expect([
        [0, ''],
        [2, expect.stringMatching(/Cannot read|no table "sessions"/)],
      ]).toContainEqual([run.exitCode, run.stderr.replace(/^Warning.*\n/, '')]);
    }
    for (const size of [60, 100, 5_000, whole.length / 2]) {
      const run = await importer.import(importer.write('cut.db', whole.subarray(0, size)));
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    }
  });
});
