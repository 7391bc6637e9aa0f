import { createSite, insightsAnswer } from '@clarity-keep/simulator';
import { describe, expect, it } from 'vitest';
import { rows } from '../support/a-database.ts';
import { anImport } from '../support/an-import.ts';

const site = createSite({ seed: 5, sessionsPerDay: 80 });
const FETCHED_AT = '2026-10-05T05:00:00.000Z';

function answer(dimensions: string[] = [], numOfDays: 1 | 2 | 3 = 1, at = FETCHED_AT): unknown[] {
  return insightsAnswer({ site, end: Date.parse(at), numOfDays, dimensions });
}

const limited = { error: 'Clarity API 429 for dimension=URL: Exceeded daily limit' };

const days = (importer: ReturnType<typeof anImport>): string[] =>
  rows(importer.db, 'SELECT breakdown, day, state FROM day_coverage ORDER BY 1, 2').map(
    ({ breakdown, day, state }) => `${String(breakdown)} ${String(day)} ${String(state)}`,
  );

const nineMetrics = [
  'DeadClickCount',
  'ExcessiveScroll',
  'RageClickCount',
  'QuickbackClick',
  'ScriptErrorCount',
  'ErrorClickCount',
  'ScrollDepth',
  'Traffic',
  'EngagementTime',
];

describe('responses by the names of their dimensions', () => {
  const file = {
    fetchedAt: FETCHED_AT,
    numOfDays: 1,
    dimensions: {
      total: answer(),
      Browser: answer(['Browser']),
      'URL+Device': answer(['URL', 'Device']),
      Country: answer(['Country']),
      URL: limited,
    },
  };

  it.each([
    ['indented', JSON.stringify(file, null, 2)],
    ['on one line', JSON.stringify(file)],
    ['after a byte order mark', `\uFEFF${JSON.stringify(file, null, '\t')}\r\n`],
    ['in a list', JSON.stringify([file])],
  ])('become facts of every breakdown, %s', async (_how, content) => {
    const importer = anImport();
    const result = await importer.import(importer.write('day.json', content));
    expect(result).toMatchObject({
      read: 5,
      inserted: 4,
      duplicates: 0,
      rejected: 1,
      reasons: [
        'response 5: "URL": an error instead of a response: Clarity API 429 for dimension=URL: Exceeded daily limit',
      ],
      warnings: [],
    });
    expect(days(importer)).toEqual([
      'browser 2026-10-04 complete',
      'country 2026-10-04 complete',
      'page 2026-10-04 complete',
      'page_device 2026-10-04 complete',
      'referrer 2026-10-04 complete',
      'total 2026-10-04 complete',
    ]);
    expect(
      rows(importer.db, 'SELECT dimensions FROM api_calls ORDER BY id').map(
        (row) => row['dimensions'],
      ),
    ).toEqual(['', 'Browser', 'URL,Device', 'Country']);
  });

  it('are stored once, however often they are imported', async () => {
    const importer = anImport();
    const path = importer.write('day.json', JSON.stringify(file, null, 2));
    await importer.import(path);
    const facts = rows(importer.db, 'SELECT * FROM day_facts');
    expect(await importer.import(path)).toMatchObject({ read: 5, inserted: 0, duplicates: 4 });
    expect(rows(importer.db, 'SELECT * FROM day_facts')).toEqual(facts);
  });

  it('stay apart when they are empty and so the same', async () => {
    // A call on an empty project has all nine metrics, without a row.
    const empty = nineMetrics.map((metricName) => ({ metricName, information: [] }));
    const importer = anImport();
    const dimensions = { Browser: empty, OS: empty, 'URL x Device': empty };
    const content = JSON.stringify({ ...file, dimensions });
    expect(await importer.import(importer.write('empty.json', content))).toMatchObject({
      inserted: 3,
      warnings: [],
    });
    expect(days(importer)).toEqual([
      'browser 2026-10-04 complete',
      'os 2026-10-04 complete',
      'page 2026-10-04 complete',
      'page_device 2026-10-04 complete',
    ]);
  });

  it('are not counted when Clarity ignored the dimension', async () => {
    const importer = anImport();
    const content = JSON.stringify({ ...file, dimensions: { Country: answer() } });
    const result = await importer.import(importer.write('ignored.json', content));
    expect(result.warnings.join()).toContain('Clarity ignored the dimensions country');
    expect(days(importer)).toEqual([]);
  });

  it('do not blame each other', async () => {
    const importer = anImport();
    const dimensions = {
      OS: [{ nothing: 1 }],
      Device: 'gone',
      Source: null,
      Browser: answer(['Browser']),
    };
    const content = JSON.stringify({ ...file, dimensions });
    const result = await importer.import(importer.write('mixed.json', content));
    expect(result).toMatchObject({ read: 4, inserted: 1, rejected: 3 });
    expect(result.reasons).toEqual([
      expect.stringContaining('response 1: ') as string,
      'response 2: "Device": no list of metrics',
      'response 3: "Source": no list of metrics',
    ]);
    expect(rows(importer.db, 'SELECT dimensions FROM api_calls')).toEqual([
      { dimensions: 'Browser' },
    ]);
  });
});

describe('one response with the time it was fetched', () => {
  const own = { page: answer(['URL']), total: answer() };

  it.each<[string, object]>([
    ['metrics', { captured_at: FETCHED_AT, window: '24h', metrics: own.page }],
    ['metrics of a window', { captured_at: FETCHED_AT, window: { days: 1 }, metrics: own.page }],
    ['data', { fetchedAt: FETCHED_AT, data: own.page }],
    ['data by a dimension', { fetchedAt: FETCHED_AT, dimension1: 'URL', data: own.page }],
    ['data by dimensions', { fetchedAt: FETCHED_AT, dimensions: ['URL'], data: own.page }],
    ['milliseconds', { timestamp: Date.parse(FETCHED_AT), data: own.page }],
  ])('needs no --at: %s', async (_shape, content) => {
    const importer = anImport();
    const result = await importer.import(importer.write('one.json', JSON.stringify(content)));
    expect(result).toMatchObject({ read: 1, inserted: 1, warnings: [] });
    expect(days(importer)).toEqual(['page 2026-10-04 complete']);
  });

  it.each<[string, object]>([
    ['a list', [{ fetchedAt: FETCHED_AT, data: own.total }]],
    ['an object', { fetchedAt: FETCHED_AT, data: own.total }],
  ])('is not taken for another time that the caller gives: %s', async (_as, content) => {
    const importer = anImport();
    const path = importer.write('one.json', JSON.stringify(content));
    await expect(importer.import(path, { at: new Date('2026-10-06T05:00:00Z') })).rejects.toThrow(
      'fetched at 2026-10-05T05:00:00.000Z, not at 2026-10-06T05:00:00.000Z',
    );
    await expect(importer.import(path, { at: new Date(FETCHED_AT) })).resolves.toMatchObject({
      inserted: 1,
    });
  });

  it('is not taken for another window that the caller gives', async () => {
    const importer = anImport();
    const content = { fetchedAt: FETCHED_AT, numOfDays: 3, data: own.total };
    const path = importer.write('one.json', JSON.stringify(content));
    await expect(importer.import(path, { numOfDays: 1 })).rejects.toThrow(
      'covers 3 days, not 1. Leave out --num-of-days',
    );
    expect(rows(importer.db, 'SELECT * FROM api_calls')).toEqual([]);
  });

  it.each([7, '7d', '36h', 0, 1.5, { start: '2026-10-01', end: '2026-10-05' }])(
    'is rejected with a window that Clarity does not have: %j',
    async (window) => {
      const importer = anImport();
      const content = JSON.stringify({ fetchedAt: FETCHED_AT, window, data: own.total });
      const result = await importer.import(importer.write('one.json', content));
      expect(result).toMatchObject({ inserted: 0, rejected: 1 });
      expect(result.reasons.join()).toContain("Clarity's are 1, 2 or 3 days long");
    },
  );

  it('is rejected when it was fetched in the future', async () => {
    const importer = anImport();
    const content = JSON.stringify({ fetchedAt: '2027-01-01T00:00:00Z', data: own.total });
    expect(await importer.import(importer.write('one.json', content))).toMatchObject({
      rejected: 1,
      reasons: ['response 1: fetched at 2027-01-01T00:00:00.000Z, which has not come yet'],
    });
  });
});

describe('many responses, one per line', () => {
  const line = (at: string, more: object = {}): string =>
    JSON.stringify({ fetchedAt: at, data: answer([], 1, at), ...more });

  it('become as many days, and a broken line rejects itself alone', async () => {
    const importer = anImport();
    const lines = [
      line('2026-10-05T05:00:00.000Z'),
      '{"fetchedAt": "2026-10-06T05:00:00.000Z", "data": [{"metric',
      '',
      line('2026-10-07T05:00:00.000Z'),
    ];
    const result = await importer.import(importer.write('history.jsonl', lines.join('\n')));
    expect(result).toMatchObject({
      read: 3,
      inserted: 2,
      rejected: 1,
      reasons: ['response 2: not a JSON object'],
    });
    expect(days(importer).filter((day) => day.startsWith('total'))).toEqual([
      'total 2026-10-04 complete',
      'total 2026-10-06 complete',
    ]);
  });

  it('give older days where the narrower window is beside', async () => {
    const importer = anImport();
    const lines = ([3, 2, 1] as const).map((numOfDays) =>
      JSON.stringify({ fetchedAt: FETCHED_AT, numOfDays, data: answer(['URL'], numOfDays) }),
    );
    const result = await importer.import(importer.write('windows.jsonl', lines.join('\n')));
    expect(result).toMatchObject({ inserted: 3, warnings: [] });
    expect(days(importer)).toEqual([
      'page 2026-10-02 estimated',
      'page 2026-10-03 estimated',
      'page 2026-10-04 complete',
    ]);
  });

  it('say which of them give nothing', async () => {
    const importer = anImport();
    const lines = ([3, 1] as const).map((numOfDays) =>
      JSON.stringify({ fetchedAt: FETCHED_AT, numOfDays, data: answer(['URL'], numOfDays) }),
    );
    const { warnings } = await importer.import(importer.write('windows.jsonl', lines.join('\n')));
    expect(warnings).toEqual([
      '1 response over several days is stored but gives no facts yet (3 days by page, fetched at 2026-10-05T05:00:00.000Z): a day can only be told by the difference to the response that covers one day less and was fetched within 15 minutes of it. Import that one too, if you have it.',
    ]);
  });
});

it('is rejected in an object without a list, and nothing is stored', async () => {
  const importer = anImport();
  const content = JSON.stringify({ fetchedAt: FETCHED_AT, metrics: { sessions: 188 } });
  expect(await importer.import(importer.write('own.json', content))).toMatchObject({
    read: 1,
    rejected: 1,
    reasons: ['response 1: no list of metrics'],
  });
  expect(rows(importer.db, 'SELECT * FROM api_calls')).toEqual([]);
});
