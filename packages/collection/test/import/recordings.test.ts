import { describe, expect, it } from 'vitest';
import { rows } from '../support/a-database.ts';
import { anImport } from '../support/an-import.ts';

const HEADER =
  'Recording link,Session ID,Clarity ID,Start time,Duration,Entry URL,Exit URL,Referrer,Device,Browser,Operating system,Country,Page count,Click count,Rage clicks,Dead clicks,Script errors';

const ROW =
  'https://clarity.microsoft.com/player/shop/u1/s1,s1,u1,2026-11-18 13:05:00,00:01:30,https://shop.example/a?gclid=1,https://shop.example/b,https://www.google.com/,PC,Chrome,Windows,Chile,3,12,1,2,0';

const stored = (importer: ReturnType<typeof anImport>): Record<string, unknown>[] =>
  rows(
    importer.db,
    `SELECT session_id AS id, day, page, device, referrer, duration_seconds AS seconds, page_views AS views,
       rage_clicks AS rage, dead_clicks AS dead, scroll_depth AS depth, browser, country
     FROM session_records ORDER BY 1`,
  );

describe("the CSV of Clarity's recordings list", () => {
  it('is stored as session records, and what it does not say is unknown', async () => {
    const importer = anImport();
    const result = await importer.import(importer.write('list.csv', `${HEADER}\r\n${ROW}\r\n`));
    expect(result).toMatchObject({
      read: 1,
      inserted: 1,
      duplicates: 0,
      rejected: 0,
      reasons: [],
      warnings: [
        'A recordings list holds only the sessions that its filters let through, so 1 day counts as an estimate.',
      ],
    });
    expect(stored(importer)).toEqual([
      {
        id: 's1',
        day: '2026-11-18',
        page: 'https://shop.example/a',
        device: 'PC',
        referrer: 'https://www.google.com/',
        seconds: 90,
        views: 3,
        rage: 1,
        dead: 2,
        depth: null,
        browser: 'Chrome',
        country: 'Chile',
      },
    ]);
    expect(rows(importer.db, 'SELECT sessions, scroll_depth, state FROM site_days')).toEqual([
      { sessions: 1, scroll_depth: null, state: 'estimated' },
    ]);
  });

  it('adds nothing when it is imported again', async () => {
    const importer = anImport();
    const path = importer.write('list.csv', `${HEADER}\n${ROW}`);
    await importer.import(path);
    expect(await importer.import(path)).toMatchObject({ inserted: 0, duplicates: 1 });
  });

  it.each([
    ['a byte order mark', `\uFEFF${HEADER}\n${ROW}`],
    ['semicolons', `${HEADER}\n${ROW}`.replaceAll(',', ';')],
    ['semicolons, as Excel says', `sep=;\r\n${`${HEADER}\r\n${ROW}`.replaceAll(',', ';')}`],
    ['tabs', `${HEADER}\n${ROW}`.replaceAll(',', '\t')],
    ['quotes', `${HEADER}\n${ROW}`.replaceAll(/[^,\n]+/g, '"$&"')],
    ['another case', `${HEADER.toUpperCase()}\n${ROW}`],
    [
      'another order',
      `${HEADER.split(',').toReversed().join(',')}\n${ROW.split(',').toReversed().join(',')}`,
    ],
    ['empty lines', `${HEADER}\n\n\n${ROW}\n\n`],
  ])('may have %s', async (_what, content) => {
    const [importer, plain] = [anImport(), anImport()];
    await plain.import(plain.write('plain.csv', `${HEADER}\n${ROW}`));
    expect(await importer.import(importer.write('list.csv', content))).toMatchObject({
      read: 1,
      inserted: 1,
    });
    expect(stored(importer)).toEqual(stored(plain));
  });

  it('may lack columns, have more of them, and fields with separators and lines', async () => {
    const importer = anImport();
    const content = [
      'Note,Session ID,Entry URL,Page count,Extra',
      '"several\nlines, and ""quotes""",s1,"https://shop.example/?q=a,b",2',
      ',s2,/b,',
    ].join('\n');
    const at = new Date('2026-11-19T05:00:00Z');
    expect(await importer.import(importer.write('few.csv', content), { at })).toMatchObject({
      read: 2,
      inserted: 2,
      warnings: [],
    });
    expect(stored(importer)).toMatchObject([
      { id: 's1', day: '2026-11-18', page: 'https://shop.example/?q=a,b', views: 2, seconds: null },
      { id: 's2', day: '2026-11-18', page: '/b', views: null, rage: null, dead: null },
    ]);
  });

  it.each([
    ['00:01:30', [90], []],
    ['1:30', [90], []],
    ['01:00:00', [3_600], []],
    ['90', [90], []],
    ['90.4', [90], []],
    ['', [null], []],
    ['abc', [], ['record 1: Duration cannot be "abc"']],
    ['-5', [], ['record 1: Duration cannot be -5']],
    ['99:00:00', [], ['record 1: Duration cannot be 356400']],
    ['90,5', [], ['record 1: Duration cannot be "90,5"']],
  ])('has a duration of %j', async (duration, seconds, reasons) => {
    const importer = anImport();
    const content = `Session ID,Duration\ns1,"${duration}"`;
    expect(await importer.import(importer.write('one.csv', content))).toMatchObject({ reasons });
    expect(stored(importer).map((row) => row['seconds'])).toEqual(seconds);
  });

  it.each([
    ['2026-11-18 23:30:00', '2026-11-18'],
    ['2026-11-18T23:30', '2026-11-18'],
    ['2026-11-18T23:30:00Z', '2026-11-19'],
    ['2026-11-18T23:30:00+09:00', '2026-11-18'],
    ['2026-11-18', '2026-11-18'],
    ['18.11.2026 23:30', '2026-11-18'],
    ['11/18/2026 11:30:00 PM', '2026-11-18'],
    ['11/18/2026, 12:30 AM', '2026-11-18'],
    ['11/18/2026 23:30', null],
    ['2026-02-30 10:00', null],
    ['1999-12-31 10:00', null],
    ['yesterday', null],
    ['25:00', null],
  ])('is counted on the day it started: %s', async (start, day) => {
    const importer = anImport({ timeZone: 'Europe/Berlin' });
    const content = `Session ID,Start time\ns1,"${start}"`;
    const { reasons } = await importer.import(importer.write('one.csv', content));
    expect(stored(importer).map((row) => row['day'])).toEqual(day === null ? [] : [day]);
    expect(reasons.length).toBe(day === null ? 1 : 0);
  });

  it('may have times of another zone than the project', async () => {
    const importer = anImport({ timeZone: 'Europe/Berlin' });
    const content = 'Session ID,Start time\ns1,2026-11-18 23:30:00\ns2,2026-11-18 05:00:00';
    await importer.import(importer.write('one.csv', content), { timeZone: 'America/New_York' });
    expect(stored(importer).map((row) => row['day'])).toEqual(['2026-11-19', '2026-11-18']);
  });

  it('rejects what cannot be, and takes the rest', async () => {
    const importer = anImport();
    const lines = [
      'Session ID,Page count,Rage clicks,Dead clicks,Entry URL',
      's1,1,0,0,/a',
      ',1,0,0,/a',
      's3,-1,0,0,/a',
      's4,1,some,0,/a',
      's5,1,0,1.5,/a',
      's6,1,0,0,/\xff',
      's7,1,0,0,/ä',
    ];
    const content = Buffer.concat([
      Buffer.from(lines.slice(0, 6).join('\n')),
      Buffer.from(`\n${lines[6]}\n`, 'latin1'),
      Buffer.from(String(lines[7])),
    ]);
    expect(await importer.import(importer.write('odd.csv', content))).toMatchObject({
      read: 7,
      inserted: 2,
      rejected: 5,
      reasons: [
        'record 2: no Session ID',
        'record 3: Page count cannot be -1',
        'record 4: Rage clicks cannot be "some"',
        'record 5: Dead clicks cannot be 1.5',
        'record 6: not UTF-8',
      ],
    });
    expect(stored(importer).map((row) => row['page'])).toEqual(['/a', '/%C3%A4']);
  });

  it('ends in a message when a quote is not closed, and nothing of it is stored', async () => {
    const importer = anImport();
    const path = importer.write('open.csv', 'Session ID,Entry URL\ns1,/a\ns2,"/b\ns3,/c\n');
    await expect(importer.import(path)).rejects.toThrow(
      'is not valid CSV: a record is longer than 1 MB, or a quote is not closed',
    );
    expect(stored(importer)).toEqual([]);
  });

  it('leaves the days that Clarity itself answers, and takes the others', async () => {
    const importer = anImport();
    const answer = [
      { metricName: 'Traffic', information: [{ totalSessionCount: 500, totalBotSessionCount: 0 }] },
    ];
    const at = new Date('2026-11-19T00:00:00Z');
    await importer.import(importer.write('body.json', JSON.stringify(answer)), { at });
    const content = 'Session ID,Start time\ns1,2026-11-18 10:00:00\ns2,2026-11-17 10:00:00';
    const { warnings } = await importer.import(importer.write('list.csv', content));
    expect(warnings.join()).toContain('cover 1 of the days better (2026-11-18)');
    expect(rows(importer.db, 'SELECT day, sessions, state FROM site_days ORDER BY 1')).toEqual([
      { day: '2026-11-17', sessions: 1, state: 'estimated' },
      // The answer has only one of its metrics.
      { day: '2026-11-18', sessions: 500, state: 'truncated' },
    ]);
  });
});
