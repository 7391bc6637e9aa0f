import type { Database } from '@clarity-keep/db';
import { fileKind } from './file-kind.ts';
import { importAnswer } from './import-answer.ts';
import type { ImportResult } from './import-result.ts';
import type { SessionImport } from './import-sessions.ts';
import { importSessions } from './import-sessions.ts';
import { readSavedAnswer } from './saved-answer.ts';
import { sessionLines, sessionList } from './session-file.ts';
import type { SessionSource } from './session-source.ts';
import { tutorialDatabase } from './tutorial-database.ts';

export interface ImportInput extends Omit<SessionImport, 'source' | 'at' | 'isAtKnown'> {
  path: string;
  /** When the data was collected; optional only for session records. */
  at?: Date | undefined;
  /** A secret that must not be quoted. */
  token?: string | undefined;
  /** The largest saved response; session records may have any size. */
  maxAnswerBytes: number;
}

/**
 * Imports a file of any known kind: the tutorial's SQLite file, a JSON list or JSON lines of session records, or
 * one saved response in the insights format. Only the last is ever in memory as a whole.
 *
 * @throws ImportError when the file cannot be used; AnswerNotUnderstoodError when the shape of its JSON is
 * unknown. Nothing is stored then.
 */
export async function importFile(
  { db, now }: { db: Database; now: () => Date },
  input: ImportInput,
): Promise<ImportResult> {
  const { path, token } = input;
  const { kind, size } = fileKind(path, { token });
  if (kind === 'sqlite') {
    const source = tutorialDatabase(path);
    try {
      return await importRecords(db, input, { source, now });
    } finally {
      source.close();
    }
  }
  const file = { path, size, token };
  if (kind === 'lines') return importRecords(db, input, { source: sessionLines(file), now });
  const body = await readSavedAnswer(path, { token, maxBytes: input.maxAnswerBytes });
  return body === null
    ? importRecords(db, input, { source: sessionList(file), now })
    : importAnswer(db, { ...input, body, now });
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
      `The file does not say when its sessions were collected, so they count as collected now, ${at.toISOString()}. ` +
        'If that is wrong, import the file into a new database with --at.',
    );
  }
  if (left.length > 0) {
    warnings.push(
      `Clarity's own responses cover ${left.length} of the days better (${left.slice(0, 3).join(', ')}${left.length > 3 ? ', ...' : ''}): ` +
        'the sessions are stored, but the facts of those days stay as they are.',
    );
  }
  return { ...result, warnings };
}
