import type { Breakdown } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** What parsing found out about a response, for its row in the archive. */
export interface AnswerReading {
  callId: number;
  format: 'insights' | 'sessions';
  /** Null if the response must not be counted. */
  breakdown: Breakdown | null;
  rows: number;
  truncated: boolean;
  unrecognised: readonly string[];
  /** Metrics that every response has and this one lacks. */
  missingMetrics: readonly string[];
  parserVersion: number;
  parsedAt: Date;
}

/** Marks a response as parsed. Call it inside the transaction that stores what was parsed. */
export function markRead(
  db: Database,
  {
    callId,
    format,
    breakdown,
    rows,
    truncated,
    unrecognised,
    missingMetrics,
    parserVersion,
    parsedAt,
  }: AnswerReading,
): void {
  prepared(
    db,
    `UPDATE api_calls SET format = @format, breakdown = @breakdown, rows = @rows, truncated = @truncated,
       unrecognised = @unrecognised, missing_metrics = @missingMetrics, parser_version = @parserVersion, parsed_at = @parsedAt, error = NULL,
       reading_attempts = 0
     WHERE id = @callId`,
  ).run({
    callId,
    format,
    breakdown,
    rows,
    truncated: truncated ? 1 : 0,
    unrecognised: jsonOf(unrecognised),
    missingMetrics: jsonOf(missingMetrics),
    parserVersion,
    parsedAt: parsedAt.toISOString(),
  });
}

function jsonOf(names: readonly string[]): string | null {
  return names.length === 0 ? null : JSON.stringify(names);
}

/** Marks an aggregated response as parsed, and records which breakdowns it gives facts of. */
export function markAnswered(
  db: Database,
  reading: AnswerReading,
  { breakdowns }: { breakdowns: readonly { breakdown: Breakdown; truncated: boolean }[] },
): void {
  const { callId } = reading;
  markRead(db, reading);
  prepared(db, 'DELETE FROM answered_breakdowns WHERE api_call_id = ?').run(callId);
  const insert = prepared(
    db,
    'INSERT INTO answered_breakdowns (api_call_id, breakdown, truncated) VALUES (?, ?, ?)',
  );
  for (const { breakdown, truncated } of breakdowns)
    insert.run(callId, breakdown, truncated ? 1 : 0);
}
