import { Readable, pipeline } from 'node:stream';
import {
  AnswerNotUnderstoodError,
  readSessionRecord,
  shown,
  withoutToken,
} from '@clarity-keep/clarity';
import type { Input } from '../open-input.ts';
import { LONGEST_RECORD_BYTES } from '../read-record.ts';
import type { SessionSource, SourceEntry } from '../session-source.ts';
import { BATCH_SIZE } from '../session-source.ts';
import type { RecordingsColumn, RecordingsTable } from './recordings-table.ts';
import type { StartZones } from './start-day.ts';
import { startDay } from './start-day.ts';

export interface RecordingsFile {
  input: Input;
  table: RecordingsTable;
  zones: StartZones;
  /** A secret that must not be stored or quoted. */
  token?: string | undefined;
}

/**
 * The CSV of Clarity's recordings list, of any size, as session records. The page of a session is the one it was
 * entered by; what a list does not say, such as scroll depth, is unknown.
 *
 * @throws AnswerNotUnderstoodError from its batches, when a record is too long.
 */
export function recordingsFile({ input, ...how }: RecordingsFile): SessionSource {
  return {
    total: input.size,
    async *batches() {
      const entryOf = rowReader(how);
      let entries: SourceEntry[] = [];
      for await (const row of rowsOf(input, how.table)) {
        entries.push(entryOf(row));
        if (entries.length < BATCH_SIZE) continue;
        yield { entries, done: input.bytesRead() };
        entries = [];
      }
      yield { entries, done: input.bytesRead() };
    },
  };
}

async function* rowsOf(
  input: Input,
  { delimiter, headerLine }: RecordingsTable,
): AsyncGenerator<string[], void> {
  const { CsvError, parse } = await import('csv-parse');
  const parser = parse({
    delimiter,
    bom: true,
    from_line: headerLine,
    // One character per byte: invalid UTF-8 is found field by field, and sizes are those of the file.
    encoding: 'latin1',
    max_record_size: LONGEST_RECORD_BYTES,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  // An error of the source ends the parser with it, so the loop gets it.
  pipeline(Readable.from(input.chunks(), { highWaterMark: 1 }), parser, () => undefined);
  let isHeader = true;
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      if (!isHeader) yield row;
      isHeader = false;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AnswerNotUnderstoodError(
      `${input.name} is not valid CSV: a record is longer than 1 MB, or a quote is not closed. Nothing was imported.`,
      { code: 'unreadable', cause: error },
    );
  }
}

function rowReader({
  table: { columns },
  zones,
  token,
}: Omit<RecordingsFile, 'input'>): (row: readonly string[]) => SourceEntry {
  const decode = textDecoder();
  return (row) => {
    const rejected = (record: string): SourceEntry => ({ record, seenAt: null });
    const texts = new Map<RecordingsColumn, string>();
    for (const [column, index] of columns) {
      const text = decode(row[index] ?? '');
      if (text === null) return rejected('not UTF-8');
      texts.set(column, withoutToken(text, token));
    }
    const record = readSessionRecord({
      SessionId: texts.get('sessionId')?.trim(),
      PageUrl: texts.get('entryUrl'),
      Duration: secondsOf(texts.get('duration')),
      PageViews: texts.get('pageCount'),
      RageClickCount: texts.get('rageClicks'),
      DeadClickCount: texts.get('deadClicks'),
      Referrer: texts.get('referrer'),
      Device: texts.get('device'),
      Browser: texts.get('browser'),
      Country: texts.get('country'),
    });
    if (typeof record === 'string') return rejected(inWordsOfList(record));
    const start = texts.get('startTime') ?? '';
    if (start.trim() === '') return { record, seenAt: null };
    const day = startDay(start, zones);
    return day === null
      ? rejected(`Start time is no time: ${shown(start)}`)
      : { record, seenAt: null, day };
  };
}

const NOT_ASCII = /[\u0080-\u00FF]/;

/** Decodes UTF-8 that was read one character per byte; null when it is none. */
function textDecoder(): (bytes: string) => string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes) => {
    if (!NOT_ASCII.test(bytes)) return bytes;
    try {
      return decoder.decode(Buffer.from(bytes, 'latin1'));
    } catch {
      return null;
    }
  };
}

const CLOCK = /^(?:(?<hours>\d{1,3}):)?(?<minutes>\d{1,2}):(?<seconds>\d{1,2}(?:\.\d+)?)$/;

/** `00:01:30` and `01:30` in seconds; any other text as it is. */
function secondsOf(text: string | undefined): number | string | undefined {
  const groups = CLOCK.exec(text?.trim() ?? '')?.groups;
  if (groups === undefined) return text;
  const { hours = '0', minutes = '', seconds = '' } = groups;
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

/** What the list calls the fields of a session record. */
const listNames: readonly (readonly [field: string, column: string])[] = [
  ['SessionId', 'Session ID'],
  ['PageViews', 'Page count'],
  ['RageClickCount', 'Rage clicks'],
  ['DeadClickCount', 'Dead clicks'],
];

function inWordsOfList(reason: string): string {
  const named = listNames.find(([field]) => reason.includes(field));
  return named === undefined ? reason : reason.replace(...named);
}
