import { AnswerNotUnderstoodError, splitList } from '@clarity-keep/clarity';
import type { Input } from './open-input.ts';
import type { RecordReader } from './read-record.ts';
import { LONGEST_RECORD_BYTES, recordReader } from './read-record.ts';
import type { SessionSource, SourceEntry } from './session-source.ts';
import { BATCH_SIZE } from './session-source.ts';
import type { Line } from '@clarity-keep/core';
import { integer, splitLines } from '@clarity-keep/core';

export interface SessionFile {
  input: Input;
  /** A secret that must not be stored or quoted. */
  token?: string | undefined;
}

/**
 * A JSON list of records, of any size.
 *
 * @throws AnswerNotUnderstoodError from its batches, where the file is not a complete JSON list.
 */
export function sessionList({ input, token }: SessionFile): SessionSource {
  return {
    total: input.size,
    async *batches() {
      const list = splitList({ maxItemBytes: LONGEST_RECORD_BYTES });
      const read = recordReader(token);
      let items = 0;
      function* entries(chunk: Uint8Array): Generator<SourceEntry, void> {
        for (const bytes of list.push(chunk)) {
          items += 1;
          const entry = read(bytes);
          if (entry === 'not JSON') throw brokenList(input.name, items - 1);
          yield entry;
        }
      }
      yield* inBatches(input, entries);
      if (!list.isComplete()) throw brokenList(input.name, items);
      if (items === 0) {
        throw new AnswerNotUnderstoodError(`${input.name} is an empty list. Nothing was imported.`);
      }
    },
  };
}

/** A file with one JSON record per line; empty lines are skipped. */
export function sessionLines({ input, token }: SessionFile): SessionSource {
  return {
    total: input.size,
    async *batches() {
      const lines = splitLines({ maxLineBytes: LONGEST_RECORD_BYTES });
      const read = recordReader(token);
      function* entries(chunk: Uint8Array): Generator<SourceEntry, void> {
        for (const line of lines.push(chunk)) yield* entriesOfLine(line, read);
      }
      yield* inBatches(input, entries);
      yield { entries: [...entriesOfLine(lines.end(), read)], done: input.bytesRead() };
    },
  };
}

function* entriesOfLine(line: Line, read: RecordReader): Generator<SourceEntry, void> {
  const bytes = 'bytes' in line ? line.bytes : null;
  if (bytes?.length === 0) return;
  const entry = read(bytes);
  if (entry !== 'not JSON') yield entry;
  else if (!isBlank(bytes)) yield { record: entry, seenAt: null };
}

function isBlank(bytes: Uint8Array | null): boolean {
  return new TextDecoder().decode(bytes ?? undefined).trim() === '';
}

async function* inBatches(
  input: Input,
  entriesOf: (chunk: Uint8Array) => Iterable<SourceEntry>,
): AsyncGenerator<{ entries: SourceEntry[]; done: number }, void> {
  for await (const chunk of input.chunks()) {
    let entries: SourceEntry[] = [];
    for (const entry of entriesOf(chunk)) {
      entries.push(entry);
      if (entries.length < BATCH_SIZE) continue;
      yield { entries, done: input.bytesRead() };
      entries = [];
    }
    yield { entries, done: input.bytesRead() };
  }
}

function brokenList(name: string, items: number): AnswerNotUnderstoodError {
  return new AnswerNotUnderstoodError(
    `${name} is not a complete JSON list: it breaks off or is not JSON after record ${integer(items)}. Nothing was imported.`,
    { code: 'unreadable' },
  );
}
