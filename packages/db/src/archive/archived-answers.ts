import type { NumOfDays } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { unpackBody } from './packed-body.ts';

/** An answer whose raw body is kept. */
export interface ArchivedAnswer {
  callId: number;
  numOfDays: NumOfDays;
  /** Names as sent; null for a saved body that was imported, whose rows say what it is. */
  dimensions: string[] | null;
  windowEnd: Date;
  /** How often a later run has begun to read it. */
  readingAttempts: number;
  /** Unpacks the body. @throws BodyUnreadableError */
  readBody: () => Buffer;
}

interface ArchivedRow {
  id: number;
  origin: 'collect' | 'import';
  num_of_days: NumOfDays;
  dimensions: string;
  window_end: string;
  reading_attempts: number;
}

const COLUMNS = 'id, origin, num_of_days, dimensions, window_end, reading_attempts';

const ARCHIVED = `SELECT ${COLUMNS} FROM api_calls
  WHERE project_id = @projectId AND state = 'answered' AND body IS NOT NULL AND window_end >= @since ORDER BY id`;

const PENDING = `SELECT ${COLUMNS} FROM api_calls
  WHERE project_id = @projectId AND state = 'answered' AND body IS NOT NULL AND parsed_at IS NULL
    AND (error IS NULL OR parser_version < @parserVersion) ORDER BY id`;

const BODY = 'SELECT body FROM api_calls WHERE id = ?';

/** The answers of a project whose windows end at `since` or later, in the order they came. */
export function archivedAnswers(
  db: Database,
  { projectId, since }: { projectId: string; since?: Date },
): ArchivedAnswer[] {
  const rows = prepared(db, ARCHIVED).all({ projectId, since: since?.toISOString() ?? '' });
  return (rows as ArchivedRow[]).map((row) => answerOf(db, row));
}

/**
 * Answers that were kept but not made into facts: a process ended in between, or only an older parser than
 * this has not understood them.
 */
export function pendingAnswers(
  db: Database,
  input: { projectId: string; parserVersion: number },
): ArchivedAnswer[] {
  return (prepared(db, PENDING).all(input) as ArchivedRow[]).map((row) => answerOf(db, row));
}

/** Notes that a kept answer is about to be read, before anything can end the process. */
export function noteReadingBegun(db: Database, callId: number): void {
  prepared(db, 'UPDATE api_calls SET reading_attempts = reading_attempts + 1 WHERE id = ?').run(
    callId,
  );
}

const ONE = `SELECT ${COLUMNS} FROM api_calls WHERE id = ? AND body IS NOT NULL`;

/** One archived answer, or null when its body is gone. */
export function archivedAnswer(db: Database, callId: number): ArchivedAnswer | null {
  const row = prepared(db, ONE).get(callId) as ArchivedRow | undefined;
  return row === undefined ? null : answerOf(db, row);
}

/** Bodies are read one by one: a year of them does not fit into memory. */
function answerOf(db: Database, row: ArchivedRow): ArchivedAnswer {
  return {
    callId: row.id,
    numOfDays: row.num_of_days,
    dimensions:
      row.origin === 'import' ? null : row.dimensions === '' ? [] : row.dimensions.split(','),
    windowEnd: new Date(row.window_end),
    readingAttempts: row.reading_attempts,
    readBody: () => unpackBody(prepared(db, BODY).pluck().get(row.id) as Buffer),
  };
}
