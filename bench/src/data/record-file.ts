import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generateSessionRecords } from '@clarity-keep/simulator';

const LAST_DAY = '2026-11-22';

export interface RecordFileOptions {
  count: number;
  days: number;
  pages: number;
}

const LINES_PER_CHUNK = 2_000;

/** A file of JSON lines with generated session records; made once per folder. */
export async function recordFile(folder: string, options: RecordFileOptions): Promise<string> {
  const { count, days, pages } = options;
  const path = join(folder, `records-${count}-${days}-${pages}.jsonl`);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) await pipeline(Readable.from(chunks(options)), createWriteStream(path));
  return path;
}

function* chunks(options: RecordFileOptions): Generator<string> {
  let lines: string[] = [];
  for (const { collectedAt, record } of generateSessionRecords({
    seed: 1,
    lastDay: LAST_DAY,
    ...options,
  })) {
    lines.push(JSON.stringify({ ...record, CollectedAt: collectedAt }));
    if (lines.length === LINES_PER_CHUNK) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}
