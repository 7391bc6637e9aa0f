import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@clarity-keep/db';
import { openDatabase } from '@clarity-keep/db';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CommandLine } from '../../support/a-command-line.ts';
import { aCommandLine } from '../../support/a-command-line.ts';
import { rows } from '../../support/a-database.ts';

const shop = 'https://shop.example';
const window = { from: '2026-10-23', to: '2026-11-19' };
const dropX = '{"dropParameters":["x"]}';

/** Sessions per URL, or per URL and device. */
type Traffic = Record<string, number | Record<string, number>>;

describe('clarity-keep urls --preview', () => {
  it('shows which pages would merge, with examples', async () => {
    const commandLine = aShop();
    await keep(commandLine, {
      [`${shop}/lamps?x=1`]: 30,
      [`${shop}/lamps?x=2`]: 5,
      [`${shop}/lamps?x=3&gclid=abc`]: 1200,
      [`${shop}/lamps?x=4`]: 1,
      [`${shop}/chairs`]: 7,
    });
    const { exitCode, stdout, stderr } = await commandLine.run('urls', '--preview', dropX);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`5 pages become 2, 2026-10-23 to 2026-11-19, with data for 1 day.

Would merge
page on shop.example  pages  sessions
────────────────────  ─────  ────────
/lamps                    4     1,236
  /lamps?x=3                    1,200
  /lamps?x=1                       30
  /lamps?x=2                        5
  and 1 more

Sessions come from one-day responses and session records, added up over URLs: one session may have
visited several. Nothing was changed.

To apply these rules, put them in clarity-keep.json as urlRules of the project and run "clarity-keep
reparse".
`);
  });

  it('says which rule an unknown one was to be', async () => {
    const { exitCode, stderr } = await aCommandLine().run(
      'urls',
      '--preview',
      '{"dropParameter":["x"],"zzz":1}',
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Unknown rule dropParameter. Did you mean dropParameters?');
    expect(stderr).toContain('Unknown rule zzz. Known rules: dropParameters, ');
  });

  it('shows as JSON all that would change', async () => {
    const commandLine = aShop();
    await keep(commandLine, {
      [`${shop}/a?x=1`]: 3,
      [`${shop}/a?x=2`]: 2,
      [`${shop}/b?utm_source=y`]: 5,
      [`${shop}/b?utm_source=z`]: 6,
      [`${shop}/c/17`]: 1,
      'https://translate.example/a': 4,
    });
    const rules = {
      dropParameters: ['x'],
      keepParameters: ['utm_source'],
      replaceIds: 'all',
      hosts: ['shop.example'],
    };
    const given = JSON.stringify(rules);
    const { stdout } = await commandLine.run('urls', '--preview', given, '--json', '--limit', '1');
    expect(JSON.parse(stdout)).toEqual({
      project: 'wxb0r23ozh',
      window,
      rules: {
        ...rules,
        dropAllParameters: false,
        replaceMailAddresses: true,
        mergeHosts: false,
        indexFiles: false,
        hashRoutes: false,
        mergePaths: [],
      },
      before: 5,
      after: 4,
      merged: [
        {
          page: `${shop}/a`,
          sessions: 5,
          from: [
            { page: `${shop}/a?x=1`, sessions: 3 },
            { page: `${shop}/a?x=2`, sessions: 2 },
          ],
        },
      ],
      split: [
        {
          page: `${shop}/b`,
          sessions: 11,
          into: [
            { page: `${shop}/b?utm_source=z`, sessions: 6 },
            { page: `${shop}/b?utm_source=y`, sessions: 5 },
          ],
        },
      ],
      leftOut: [{ page: 'https://translate.example/a', sessions: 4 }],
      added: [],
      renamed: [{ page: `${shop}/c/:id`, sessions: 1, from: `${shop}/c/17` }],
      notWebPages: { urls: 0, sessions: 0 },
      suspicious: [],
    });
    const text = await commandLine.run('urls', '--preview', given);
    for (const title of ['split', 'be dropped', 'only be renamed']) {
      expect(text.stdout).toContain(`Would ${title}\n`);
    }
  });

  it('says so when nothing would change', async () => {
    const commandLine = aShop();
    await keep(commandLine, { [`${shop}/a?gclid=1`]: 3 });
    const { stdout } = await commandLine.run('urls', '--preview', 'default');
    expect(stdout).toContain('1 page becomes 1, ');
    expect(stdout).toContain('No page would change.');
  });

  it('weighs pages by what answers over one day tell, no session of a day twice', async () => {
    const commandLine = aShop();
    const [a, b] = [`${shop}/a?x=1`, `${shop}/a?x=2`];
    await keep(commandLine, { [a]: 3, [b]: 1 }, { at: '2026-11-18T05:00:00Z' });
    await keep(commandLine, { [a]: 10 }, { at: '2026-11-20T05:00:00Z' });
    // The same day by device, which came later and tells of another page.
    await keep(
      commandLine,
      { [a]: { PC: 6, Mobile: 5 }, [b]: { PC: 2 } },
      { at: '2026-11-20T05:01:00Z' },
    );
    await keep(commandLine, { [a]: 500 }, { at: '2026-11-20T05:02:00Z', numOfDays: '3' });
    await keep(commandLine, { [a]: 900 }, { at: '2026-10-20T05:00:00Z' });
    const { stdout } = await commandLine.run('urls', '--preview', dropX, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      before: 2,
      merged: [
        {
          page: `${shop}/a`,
          sessions: 17,
          from: [
            { page: a, sessions: 14 },
            { page: b, sessions: 3 },
          ],
        },
      ],
    });
    const text = await commandLine.run('urls', '--preview', dropX);
    expect(text.stdout).toContain(', with data for 2 days.');
    const longer = await commandLine.run('urls', '--preview', dropX, '--json', '--days', '60');
    expect(JSON.parse(longer.stdout)).toMatchObject({
      window: { from: '2026-09-21', to: '2026-11-19' },
      merged: [{ sessions: 917 }],
    });
  });

  it('leaves out what only bots have seen, and pages without a name', async () => {
    const commandLine = aShop();
    await keep(commandLine, { [`${shop}/a`]: 1, [`${shop}/scanned`]: 0, '': 4 });
    const { stdout } = await commandLine.run('urls', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ urls: 1, pages: 1 });
  });

  it('counts what is not a web page, and shows pages that may name a person', async () => {
    const commandLine = aShop();
    await keep(commandLine, {
      'file:///C:/Users/jane/a.html': 3,
      'about:blank': 1,
      [`${shop}/profile/anna-meier-1984-05-12`]: 2,
      [`${shop}/a`]: 7,
    });
    const json = await commandLine.run('urls', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      urls: 4,
      pages: 3,
      notWebPages: { urls: 2, sessions: 4 },
      suspicious: [{ page: `${shop}/profile/anna-meier-1984-05-12`, sessions: 2 }],
    });
    for (const more of [[], ['--preview', '{"mergePaths":["/b/*"]}']]) {
      const { stdout } = await commandLine.run('urls', ...more);
      expect(stdout).toContain('2 URLs with 4 sessions: not a web page');
      expect(stdout).toContain('May contain the name of a person\n');
      expect(stdout).toContain('/profile/anna-meier-1984-05-12');
    }
  });

  it('shows what the rules that are off would merge', async () => {
    const commandLine = aShop();
    await keep(commandLine, {
      [`${shop}/product/a/26/x`]: 3,
      [`${shop}/product/b/26/y`]: 2,
      'http://www.shop.example/index.html': 1,
      [`${shop}/#/cart`]: 1,
    });
    const rules = {
      mergePaths: ['/product/*/26/*'],
      mergeHosts: true,
      indexFiles: true,
      hashRoutes: true,
    };
    const { stdout } = await commandLine.run('urls', '--preview', JSON.stringify(rules), '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      before: 4,
      after: 3,
      merged: [{ page: `${shop}/product/*/26/*`, sessions: 5 }],
    });
  });

  it('reads session records as well', async () => {
    const commandLine = aShop();
    const records = ['/a?x=1', '/a?x=1', '/a?x=2', ''].map((path, index) => ({
      SessionId: `s${index}`,
      PageUrl: path === '' ? '' : `${shop}${path}`,
      CollectedAt: '2026-11-20T05:00:00Z',
    }));
    await importJson(commandLine, records);
    const { stdout } = await commandLine.run('urls', '--preview', dropX, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      before: 2,
      after: 1,
      merged: [{ page: `${shop}/a`, sessions: 3, from: [{ sessions: 2 }, { sessions: 1 }] }],
    });
  });

  it('shows no more pages than asked for, and says how many there are', async () => {
    const commandLine = aShop();
    const names = ['a', 'b', 'c'];
    const urls = names.flatMap((name) => [`${shop}/${name}?x=1`, `${shop}/${name}?x=2`]);
    await keep(commandLine, Object.fromEntries(urls.map((url) => [url, 1])));
    const { stdout } = await commandLine.run('urls', '--preview', dropX, '--limit', '2');
    expect(stdout).toContain('\n/b ');
    expect(stdout).not.toContain('\n/c ');
    expect(stdout).toContain('and 1 more: --limit or --json shows them.');
  });

  it('keeps what visitors typed from moving the cursor', async () => {
    const commandLine = aShop();
    await keep(commandLine, {
      '\u001b[2Jevil\u202e?x=1': 3,
      '\u001b[2Jevil\u202e?x=2': 3,
      'https://\u001b]0;owned\u0007/?x=1': 2,
      [`${shop}/${'a'.repeat(8000)}?x=1`]: 1,
    });
    const preview = JSON.stringify({ dropAllParameters: true, keepParameters: ['\u001b[2J'] });
    for (const more of [[], ['--json']]) {
      const { stdout, stderr } = await commandLine.run('urls', '--preview', preview, ...more);
      expect(stdout).toContain('evil');
      expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    const { stdout } = await commandLine.run('urls', '--preview', preview);
    const tables = stdout.split('\n').filter((line) => /  |─/.test(line));
    expect(Math.max(...tables.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('changes nothing and makes no call', async () => {
    const commandLine = aShop();
    await keep(commandLine, { [`${shop}/a?x=1`]: 3, [`${shop}/a?x=2`]: 2 });
    const before = contents(commandLine);
    expect((await commandLine.run('urls', '--preview', dropX)).exitCode).toBe(0);
    expect((await commandLine.run('urls')).exitCode).toBe(0);
    expect(contents(commandLine)).toEqual(before);
  });

  it('leaves out a kept answer that is damaged, and says so', async () => {
    const commandLine = aShop();
    await keep(commandLine, { [`${shop}/a?x=1`]: 3 }, { at: '2026-11-19T05:00:00Z' });
    await keep(commandLine, { [`${shop}/b?x=1`]: 3 }, { at: '2026-11-20T05:00:00Z' });
    const db = theDatabase(commandLine);
    db.sql.exec("UPDATE api_calls SET body = X'00' WHERE window_end LIKE '2026-11-20%'");
    const { exitCode, stdout, stderr } = await commandLine.run('urls', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ urls: 1, pages: 1 });
    expect(stderr).toMatch(
      /^Warning: The stored response of 2026-11-20 05:00 UTC is left out: .+\n$/,
    );
  });
});

describe('the rules', () => {
  it('are those in force where no others are given, in a form that --preview takes', async () => {
    const commandLine = aShop();
    await keep(commandLine, {
      [`${shop}/a?gclid=1`]: 3,
      [`${shop}/a?gclid=2`]: 2,
      [`${shop}/b`]: 1,
    });
    const { stdout } = await commandLine.run('urls');
    expect(stdout).toMatch(/^URL rules of wxb0r23ozh:\n\n\{\n/);
    expect(stdout).toContain(
      'They make 2 pages of 3 URLs, 2026-10-23 to 2026-11-19, with data for 1 day.',
    );
    const rules = stdout.slice(stdout.indexOf('{'), stdout.lastIndexOf('}') + 1);
    const preview = await commandLine.run('urls', '--preview', rules, '--json');
    expect(JSON.parse(preview.stdout)).toMatchObject({ before: 2, after: 2 });
    const json = await commandLine.run('urls', '--json');
    expect(JSON.parse(json.stdout)).toEqual({
      project: 'wxb0r23ozh',
      window,
      rules: JSON.parse(rules),
      urls: 3,
      pages: 2,
      notWebPages: { urls: 0, sessions: 0 },
      suspicious: [],
    });
  });

  it('may be in a file', async () => {
    const commandLine = aShop();
    await keep(commandLine, { [`${shop}/a?x=1`]: 3, [`${shop}/a?x=2`]: 2 });
    writeFileSync(join(commandLine.folder, 'rules.json'), `\uFEFF${dropX}`);
    const { stdout } = await commandLine.run('urls', '--preview', 'rules.json', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      before: 2,
      after: 1,
      rules: { dropParameters: ['x'] },
    });
  });

  it.each([
    [
      '{"dropAllParameter":true,"replaceIds":"some","hosts":["a",""],"dropParameters":"x"}',
      [
        'dropParameters must be a list.',
        'replaceIds must be none, personal or all.',
        'hosts.1 must not be empty.',
        'Did you mean dropAllParameters?',
      ],
    ],
    ['[]', ['The rules must be an object.']],
    ['{"hosts":', ['Cannot parse the rules as JSON']],
    ['nothing.json', ['"nothing.json"', 'the word default']],
    ['broken.json', ['Cannot parse broken.json as JSON']],
    ['.', ['"."', 'the word default']],
  ])('are refused with every problem when they are %s', async (given, problems) => {
    const commandLine = aShop();
    writeFileSync(join(commandLine.folder, 'broken.json'), 'hosts: [a]');
    const { exitCode, stdout, stderr } = await commandLine.run('urls', '--preview', given);
    expect([exitCode, stdout]).toEqual([2, '']);
    for (const problem of problems) expect(stderr).toContain(problem);
  });
});

describe('clarity-keep urls', () => {
  it.each([
    [['--preview'], 'preview'],
    [['--days', '0'], '--days must be at least 1, not 0.'],
    [['--days', 'many'], '--days must be a whole number.'],
    [['--limit', '1.5'], '--limit must be a whole number, not 1.5.'],
    [['--project', 'other'], 'Unknown project "other"'],
    [['--dayz', '1'], 'dayz'],
  ])('refuses %j with exit code 2', async (argv, problem) => {
    const commandLine = aShop();
    await keep(commandLine, { [`${shop}/a`]: 1 });
    const { exitCode, stdout, stderr } = await commandLine.run('urls', ...argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(problem);
  });

  it('refuses to make a database of its own', async () => {
    const { exitCode, stderr } = await aShop().run('urls');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no database');
  });

  it('says what to do when no URL is kept', async () => {
    const commandLine = aShop();
    await keep(commandLine, { [`${shop}/a`]: 1 }, { at: '2026-01-20T05:00:00Z' });
    const { exitCode, stdout, stderr } = await commandLine.run(
      'urls',
      '--preview',
      dropX,
      '--json',
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ before: 0, after: 0, merged: [] });
    expect(stderr).toContain('No URLs are stored for these days.');
  });
});

function aShop(): CommandLine {
  return aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' });
}

/** Imports a saved answer by URL, or by URL and device. */
async function keep(
  commandLine: CommandLine,
  traffic: Traffic,
  { at = '2026-11-20T05:00:00Z', numOfDays = '1' } = {},
): Promise<void> {
  const information = Object.entries(traffic).flatMap(([url, sessions]): object[] =>
    typeof sessions === 'number'
      ? [{ totalSessionCount: sessions, totalBotSessionCount: 1, Url: url === '' ? null : url }]
      : Object.entries(sessions).map(([device, ofDevice]) => ({
          totalSessionCount: String(ofDevice),
          totalBotSessionCount: '0',
          Url: url,
          Device: device,
        })),
  );
  await importJson(
    commandLine,
    [{ metricName: 'Traffic', information }],
    ['--at', at, '--num-of-days', numOfDays],
  );
}

async function importJson(commandLine: CommandLine, json: unknown, argv: string[] = []) {
  writeFileSync(join(commandLine.folder, 'body.json'), JSON.stringify(json));
  const { exitCode, stderr } = await commandLine.run('import', 'body.json', ...argv);
  if (exitCode !== 0) throw new Error(stderr);
}

function theDatabase({ folder }: CommandLine): Database {
  const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
  onTestFinished(() => db.close());
  return db;
}

function contents(commandLine: CommandLine): unknown {
  const db = theDatabase(commandLine);
  const tables = rows(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  return tables.map(({ name }) => [name, rows(db, `SELECT * FROM "${String(name)}"`)]);
}
