import { gzipSync } from 'node:zlib';
import { createSite, insightsAnswer } from '@clarity-keep/simulator';
import { describe, expect, it, vi } from 'vitest';
import { rows } from '../support/a-database.ts';
import { anImport } from '../support/an-import.ts';

const record = (id: number): string =>
  `{"SessionId":"s${id}","PageUrl":"/${id % 7}","PageViews":1}`;
const records = Array.from({ length: 5_000 }, (_, id) => record(id));

const site = createSite({ seed: 5, sessionsPerDay: 300 });
const at = new Date('2026-10-05T05:00:00Z');
const saved = (dimensions: string[]): string =>
  JSON.stringify(insightsAnswer({ site, end: at.getTime(), numOfDays: 1, dimensions }));

async function* inParts(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array, void> {
  for (let start = 0; start < bytes.length; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
}

const container =
  `{"fetchedAt":"${at.toISOString()}","dimensions":{` +
  `"URL":${saved(['URL'])},"Device":${saved(['Device'])},"":${saved([])}}}`;

const contents: readonly (readonly [kind: string, content: string, inserted: number])[] = [
  ['a list', `[${records.join(',')}]`, 5_000],
  ['lines', records.join('\n'), 5_000],
  ['CSV', `Session ID,Page count\n${records.map((_, id) => `s${id},1`).join('\n')}`, 5_000],
  ['a response', saved(['URL']), 1],
  ['saved responses', container, 3],
];

describe.each(contents)('%s', (_kind, content, inserted) => {
  const isSaved = content === container;
  const when = isSaved ? {} : { at };

  it('comes from standard input', async () => {
    const importer = anImport();
    const stdin = inParts(Buffer.from(content));
    expect(await importer.import('-', { stdin, ...when })).toMatchObject({ inserted });
  });

  it('comes packed, in one part or several', async () => {
    const half = content.length >> 1;
    const parts = [content.slice(0, half), content.slice(half)].map((part) => gzipSync(part));
    const [first, second] = [anImport(), anImport()];
    const path = first.write('one.gz', gzipSync(content));
    expect(await first.import(path, when)).toMatchObject({ inserted });
    const stdin = inParts(Buffer.concat(parts), 97);
    expect(await second.import('-', { stdin, ...when })).toMatchObject({ inserted });
  });

  it('leaves nothing when it is packed and breaks off', async () => {
    const importer = anImport();
    const packed = gzipSync(content);
    const path = importer.write('cut.gz', packed.subarray(0, packed.length - 20));
    await expect(importer.import(path, when)).rejects.toThrow('damaged or incomplete gzip');
    for (const table of ['sessions', 'api_calls']) {
      expect(rows(importer.db, `SELECT * FROM ${table}`)).toEqual([]);
    }
  });

  it('is parsed once, except for its first bytes', async () => {
    const importer = anImport();
    const path = importer.write('once', content);
    const parse = vi.spyOn(JSON, 'parse');
    try {
      await importer.import(path, when);
      const parsed = parse.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
      // The first line is looked at, when it is short.
      expect(parsed).toBeLessThan(content.length + 64 * 1024);
    } finally {
      parse.mockRestore();
    }
  });
});

describe('an input that cannot be used', () => {
  it('is a terminal', async () => {
    await expect(anImport().import('-')).rejects.toThrow('Standard input is a terminal');
  });

  it('breaks off with the error of whoever sends it', async () => {
    const stdin = (async function* () {
      yield await Promise.resolve(Buffer.from('[{"SessionId":"a"},'));
      throw new Error('connection reset');
    })();
    await expect(anImport().import('-', { stdin })).rejects.toThrow(
      'Cannot read standard input: connection reset',
    );
  });

  it('is packed twice', async () => {
    const importer = anImport();
    const path = importer.write('twice.gz', gzipSync(gzipSync('[]')));
    await expect(importer.import(path)).rejects.toThrow('compressed twice');
  });

  it('is a packed database', async () => {
    const importer = anImport();
    const path = importer.write('clarity.db.gz', gzipSync('SQLite format 3\0'));
    await expect(importer.import(path)).rejects.toThrow('only be read from an unpacked file');
  });

  it('is larger unpacked than a response may be', async () => {
    const importer = anImport();
    const bomb = gzipSync(`[{"metricName":"${'x'.repeat(4_000_000)}"}]`);
    expect(bomb.length).toBeLessThan(10_000);
    const path = importer.write('bomb.gz', bomb);
    await expect(importer.import(path, { at, maxAnswerBytes: 2 ** 20 })).rejects.toThrow(
      'is larger than 1 MB',
    );
  });
});
