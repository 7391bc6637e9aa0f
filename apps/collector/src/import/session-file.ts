import { createReadStream, statSync } from 'node:fs';
import { readSessionRecord } from '@clarity-keep/clarity';
import type { ReadSeenAt, SessionSource, SourceEntry } from './session-source.ts';
import { BATCH_SIZE, seenAtReader } from './session-source.ts';

/** Some thousand records. */
const CHUNK_BYTES = 1024 * 1024;

/** A list of records that is in memory already. */
export function sessionList(items: readonly unknown[]): SessionSource {
  return {
    total: items.length,
    async *batches() {
      const readSeenAt = seenAtReader();
      for (let start = 0; start < items.length; start += BATCH_SIZE) {
        const batch = items.slice(start, start + BATCH_SIZE);
        const entries = batch.map((item) => entryOf(item, readSeenAt));
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
      const readSeenAt = seenAtReader();
      const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: CHUNK_BYTES });
      let rest = '';
      for await (const chunk of stream as AsyncIterable<string>) {
        // Not by readline, which also breaks at U+2028, a character that JSON may hold.
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        yield { entries: entriesOf(lines, readSeenAt), done: stream.bytesRead };
      }
      yield { entries: entriesOf([rest], readSeenAt), done: stream.bytesRead };
    },
  };
}

function entriesOf(lines: readonly string[], readSeenAt: ReadSeenAt): SourceEntry[] {
  const entries: SourceEntry[] = [];
  for (const line of lines) {
    try {
      // A byte order mark can only be on the first line.
      const item: unknown = JSON.parse(line.startsWith('\uFEFF') ? line.slice(1) : line);
      entries.push(entryOf(item, readSeenAt));
    } catch {
      if (line.trim() !== '') entries.push({ record: 'not JSON', seenAt: null });
    }
  }
  return entries;
}

function entryOf(item: unknown, readSeenAt: ReadSeenAt): SourceEntry {
  return { record: readSessionRecord(item), seenAt: seenAtOf(item, readSeenAt) };
}

function seenAtOf(item: unknown, readSeenAt: ReadSeenAt): Date | null {
  if (typeof item !== 'object' || item === null) return null;
  return readSeenAt('CollectedAt' in item ? item.CollectedAt : Reflect.get(item, 'collected_at'));
}
