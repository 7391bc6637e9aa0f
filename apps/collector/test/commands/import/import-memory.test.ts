// @module-tag slow
import { closeSync, openSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { aFolder } from '../../support/a-database.ts';
import { aProcess, ended } from '../../support/a-process.ts';

/** Megabytes of JavaScript's heap: half of the file, and twice what the program takes by itself. */
const HEAP_MB = 64;
const FILE_BYTES = 128 * 2 ** 20;

const PADDING = `"Unknown":"${'x'.repeat(4_000)}"`;
const record = (id: number): string => `{"SessionId":"s${id}","PageUrl":"/${id}",${PADDING}}`;

/** A file of `FILE_BYTES` that repeats what `part` gives. */
function aLargeFile(path: string, [before, part, after]: LargeFile): void {
  const file = openSync(path, 'w');
  let size = writeSync(file, before);
  for (let index = 0; size < FILE_BYTES; index += 1) {
    const parts = Array.from({ length: 250 }, (_, offset) => part(index * 250 + offset));
    size += writeSync(file, parts.join(''));
  }
  writeSync(file, after);
  closeSync(file);
}

type LargeFile = readonly [before: string, part: (index: number) => string, after: string];

const known = record(0);

it.each<[what: string, exitCode: number, said: RegExp, file: LargeFile]>([
  ['a list', 0, /1 rejected/, ['[1', (index) => `,${record(index)}`, ']']],
  ['lines', 0, /0 rejected/, ['', (index) => `${record(index)}\n`, '']],
  [
    'CSV',
    0,
    /0 rejected/,
    ['Session ID,Entry URL,Note\n', (index) => `s${index},/${index},"${'x'.repeat(4_000)}"\n`, ''],
  ],
  [
    'one quoted field without an end',
    6,
    /a quote is not closed/,
    ['Session ID,Entry URL\ns1,"', () => 'x,\n'.repeat(2_000), ''],
  ],
  [
    'one row of fields without an end',
    6,
    /longer than 1 MB/,
    ['Session ID,Entry URL\n', () => 'x,'.repeat(2_000), ''],
  ],
  [
    'one saved response without an end',
    6,
    /larger than 64 MB/,
    ['{"fetchedAt":"2026-11-20T05:00:00Z","data":[', () => '[{'.repeat(2_000), ''],
  ],
  [
    'one line without an end',
    6,
    /record 1: longer than 1 MB/,
    ['{"SessionId":"', () => 'x'.repeat(4_000), ''],
  ],
  [
    'one record without an end',
    6,
    /breaks off/,
    [`[${known},{"SessionId":"`, () => '[{'.repeat(2_000), ''],
  ],
  [
    'one metric without an end',
    6,
    /larger than 64 MB/,
    ['[{"metricName":"', () => 'x'.repeat(4_000), '"}]'],
  ],
  ['nothing but brackets', 6, /breaks off|larger than 64 MB/, ['[', () => '['.repeat(4_000), '']],
])(
  'takes memory for one record and not for the file: %s',
  async (_what, exitCode, said, content) => {
    const folder = aFolder();
    const path = join(folder, 'large');
    aLargeFile(path, content);
    expect(statSync(path).size).toBeGreaterThanOrEqual(FILE_BYTES);
    const run = await ended(
      aProcess(['import', path, '--at', '2026-11-20T05:00:00Z'], {
        cwd: folder,
        variables: {
          CLARITY_PROJECT_ID: 'shop',
          NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
        },
      }),
    );
    expect(run).toMatchObject({ exitCode });
    expect(run.stdout + run.stderr).toMatch(said);
    truncateSync(path, 0);
  },
);

it.each<[what: string, exitCode: number, said: RegExp, unit: string]>([
  ['white space', 2, /more than 100 times its size/, '0,'],
  ['one metric', 6, /larger than 64 MB/, '{"metricName":"'],
])(
  'takes no more for a few bytes of gzip that unpack to a gigabyte: %s',
  async (_what, exitCode, said, unit) => {
    const folder = aFolder();
    const path = join(folder, 'bomb.gz');
    const file = openSync(path, 'w');
    // Members of a file add up to one text.
    writeSync(file, gzipSync(`[${unit}`));
    const filler = gzipSync(Buffer.alloc(64 * 2 ** 20, ' '));
    for (let part = 0; part < 16; part += 1) writeSync(file, filler);
    closeSync(file);
    expect(statSync(path).size).toBeLessThan(1.5 * 2 ** 20);
    const run = await ended(
      aProcess(['import', path, '--at', '2026-11-20T05:00:00Z'], {
        cwd: folder,
        variables: {
          CLARITY_PROJECT_ID: 'shop',
          NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
        },
      }),
    );
    expect(run).toMatchObject({ exitCode });
    expect(run.stdout + run.stderr).toMatch(said);
  },
);
