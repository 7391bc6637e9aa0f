import { openSync, readFileSync, readSync, closeSync, statSync } from 'node:fs';
import { parseAnswer, withoutToken } from '@clarity-keep/clarity';
import type { Database, FactCounts } from '@clarity-keep/db';
import { ImportError } from '../errors.ts';
import { importAnswer } from './import-answer.ts';
import type { SessionImport } from './import-sessions.ts';
import { importSessions } from './import-sessions.ts';
import { sessionLines, sessionList } from './session-file.ts';
import type { SessionSource } from './session-source.ts';
import { tutorialDatabase } from './tutorial-database.ts';

export interface ImportInput extends Omit<SessionImport, 'source' | 'at' | 'isAtKnown'> {
  path: string;
  /** When the file was fetched; only session records can do without. */
  at?: Date | undefined;
  /** What must not be quoted. */
  token?: string | undefined;
}

/** What an import did, as `import --json` prints it. */
export interface ImportResult {
  /** Session records, or one for a saved answer. */
  read: number;
  inserted: number;
  duplicates: number;
  rejected: number;
  reasons: string[];
  facts: FactCounts;
  warnings: string[];
}

/** Longer texts do not fit into one JavaScript string. */
const LONGEST_LIST_BYTES = 500_000_000;

/**
 * Imports a file of any kind that is known: the tutorial's SQLite file, a JSON list or JSON lines of
 * session records, or one saved answer of the insights format.
 *
 * @throws ImportError when the file cannot be used; AnswerNotUnderstoodError when its JSON is of no
 * known shape. Nothing is stored then.
 */
export async function importFile(
  { db, now }: { db: Database; now: () => Date },
  input: ImportInput,
): Promise<ImportResult> {
  const start = readStart(input.path);
  if (start.startsWith('SQLite format 3\0')) {
    const source = tutorialDatabase(input.path);
    try {
      return await importRecords(db, input, { source, now });
    } finally {
      source.close();
    }
  }
  if (isJsonLines(start)) {
    return importRecords(db, input, { source: sessionLines(input.path), now });
  }
  const body = readWhole(input.path);
  const text = withoutToken(new TextDecoder().decode(body), input.token);
  if (parseAnswer(text).format === 'insights') return importAnswer(db, { ...input, body, now });
  return importRecords(db, input, { source: sessionList(JSON.parse(text) as unknown[]), now });
}

async function importRecords(
  db: Database,
  input: ImportInput,
  { source, now }: { source: SessionSource; now: () => Date },
): Promise<ImportResult> {
  const at = input.at ?? now();
  const isAtKnown = input.at !== undefined;
  const { usedAt, left, ...result } = await importSessions(db, {
    ...input,
    source,
    at,
    isAtKnown,
  });
  const warnings: string[] = [];
  if (usedAt && !isAtKnown) {
    warnings.push(
      `The file does not say when its sessions were collected: they are counted as collected now, ${at.toISOString()}. ` +
        'If that is wrong, import them into a fresh database with --at.',
    );
  }
  if (left.length > 0) {
    warnings.push(
      `Clarity's own answers cover ${left.length} of the days better (${left.slice(0, 3).join(', ')}${left.length > 3 ? ', ...' : ''}): ` +
        'the sessions are kept, and the facts of those days stay as they are.',
    );
  }
  return { ...result, warnings };
}

/** One object on the first line; an object over several lines is one JSON text, and no record. */
function isJsonLines(start: string): boolean {
  const line =
    start
      .replace(/^\uFEFF/, '')
      .trimStart()
      .split('\n', 1)[0] ?? '';
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    // So long a line has no end within the start of the file.
    return line.length >= START_BYTES / 4;
  }
}

const START_BYTES = 64 * 1024;

function readStart(path: string): string {
  const buffer = Buffer.alloc(START_BYTES);
  try {
    const file = openSync(path, 'r');
    try {
      return buffer.toString('utf8', 0, readSync(file, buffer));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ImportError(`Cannot read ${path}: ${reason}`, { cause: error });
  }
}

function readWhole(path: string): Buffer {
  const { size } = statSync(path);
  if (size > LONGEST_LIST_BYTES) {
    throw new ImportError(
      `${path} is one JSON list of ${Math.round(size / 1e6)} MB, which is too long to read at once. ` +
        `Turn it into JSON lines first: jq -c '.[]' ${path} > records.jsonl`,
    );
  }
  return readFileSync(path);
}
