import type { NumOfDays } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { unpackBody } from './packed-body.ts';

/** A response whose raw body is stored. */
export interface ArchivedAnswer {
  callId: number;
  numOfDays: NumOfDays;
  /** Names as sent to Clarity; null for an imported body whose file does not say: its rows do. */
  dimensions: string[] | null;
  windowEnd: Date;
  /** How often a later run has started to parse it. */
  readingAttempts: number;
  /** An earlier version has parsed it. */
  isParsed: boolean;
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
  parsed_at: string | null;
}

const COLUMNS = 'id, origin, num_of_days, dimensions, window_end, reading_attempts, parsed_at';

const ARCHIVED = `SELECT ${COLUMNS} FROM api_calls
  WHERE project_id = @projectId AND state = 'answered' AND body IS NOT NULL AND window_end >= @since ORDER BY id`;

const PENDING = `SELECT ${COLUMNS} FROM api_calls
  WHERE project_id = @projectId AND state = 'answered' AND body IS NOT NULL
    AND (parser_version < @parserVersion AND COALESCE(format, '') <> 'sessions' OR parsed_at IS NULL AND error IS NULL)
  ORDER BY id`;

const BODY = 'SELECT body FROM api_calls WHERE id = ?';

/** The responses of a project whose windows end at `since` or later, oldest call first. */
export function archivedAnswers(
  db: Database,
  { projectId, since }: { projectId: string; since?: Date },
): ArchivedAnswer[] {
  const rows = prepared(db, ARCHIVED).all({ projectId, since: since?.toISOString() ?? '' });
  return (rows as ArchivedRow[]).map((row) => answerOf(db, row));
}

/**
 * Responses that are to be parsed: a process ended in between, or only an older parser has tried. Session
 * records that were parsed are stored with their own keys, and stay.
 */
export function pendingAnswers(
  db: Database,
  input: { projectId: string; parserVersion: number },
): ArchivedAnswer[] {
  return (prepared(db, PENDING).all(input) as ArchivedRow[]).map((row) => answerOf(db, row));
}

/** Records that parsing a stored response starts, before anything can end the process. */
export function noteReadingBegun(db: Database, callId: number): void {
  prepared(db, 'UPDATE api_calls SET reading_attempts = reading_attempts + 1 WHERE id = ?').run(
    callId,
  );
}

const ONE = `SELECT ${COLUMNS} FROM api_calls WHERE id = ? AND body IS NOT NULL`;

/** One archived response, or null if its body was deleted. */
export function archivedAnswer(db: Database, callId: number): ArchivedAnswer | null {
  const row = prepared(db, ONE).get(callId) as ArchivedRow | undefined;
  return row === undefined ? null : answerOf(db, row);
}

/** Bodies are loaded one by one: a year of them does not fit into memory. */
function answerOf(db: Database, row: ArchivedRow): ArchivedAnswer {
  return {
    callId: row.id,
    numOfDays: row.num_of_days,
    dimensions:
      row.dimensions !== '' ? row.dimensions.split(',') : row.origin === 'import' ? null : [],
    windowEnd: new Date(row.window_end),
    readingAttempts: row.reading_attempts,
    isParsed: row.parsed_at !== null,
    readBody: () => unpackBody(prepared(db, BODY).pluck().get(row.id) as Buffer),
  };
}
