import { createReadStream, statSync } from 'node:fs';
import { readSessionRecord } from '@clarity-keep/clarity';
import type { SessionSource, SourceEntry } from './session-source.ts';
import { BATCH_SIZE, parseSeenAt } from './session-source.ts';

/** Some thousand records. */
const CHUNK_BYTES = 1024 * 1024;

/** A list of records that is in memory already. */
export function sessionList(items: readonly unknown[]): SessionSource {
  return {
    total: items.length,
    async *batches() {
      for (let start = 0; start < items.length; start += BATCH_SIZE) {
        const entries = items.slice(start, start + BATCH_SIZE).map(entryOf);
        yield { entries, done: start + entries.length };
      }
    },
  };
}

/** A file with one JSON record a line; empty lines are passed over. */
export function sessionLines(path: string): SessionSource {
  return {
    total: statSync(path).size,
    async *batches() {
      const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: CHUNK_BYTES });
      let rest = '';
      for await (const chunk of stream as AsyncIterable<string>) {
        // Not by readline, which also breaks at U+2028, a character that JSON may hold.
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        yield { entries: entriesOf(lines), done: stream.bytesRead };
      }
      yield { entries: entriesOf([rest]), done: stream.bytesRead };
    },
  };
}

function entriesOf(lines: readonly string[]): SourceEntry[] {
  return lines.filter((line) => line.trim() !== '').map(entryOfLine);
}

function entryOfLine(line: string): SourceEntry {
  try {
    // A byte order mark can only be on the first line.
    return entryOf(JSON.parse(line.replace(/^\uFEFF/, '')));
  } catch {
    return { record: 'not JSON', seenAt: null };
  }
}

function entryOf(item: unknown): SourceEntry {
  return { record: readSessionRecord(item), seenAt: seenAtOf(item) };
}

function seenAtOf(item: unknown): Date | null {
  if (typeof item !== 'object' || item === null) return null;
  return parseSeenAt('CollectedAt' in item ? item.CollectedAt : Reflect.get(item, 'collected_at'));
}
