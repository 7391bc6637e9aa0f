import type { Breakdown, NumOfDays, UrlRules } from '@clarity-keep/core';
import { oldestDayOfWindow, reportingDay } from '@clarity-keep/core';
import { AnswerNotUnderstoodError, notUnderstood, PARSER_VERSION } from '@clarity-keep/clarity';
import type {
  AnswerReading,
  Database,
  FactCounts,
  FactsOfCall,
  ImpossibleDifference,
} from '@clarity-keep/db';
import {
  loadReadCalls,
  noteNotUnderstood,
  refusesValues,
  storeInsights,
  storeSessionRecords,
} from '@clarity-keep/db';
import type { FactsOfArchive } from './facts-of-archive.ts';
import type { InsightsMeaning, SessionsMeaning } from './interpret-body.ts';
import { interpretBody } from './interpret-body.ts';
import { isUnreadable } from './is-unreadable.ts';

export interface AnswerToRead {
  projectId: string;
  timeZone: string;
  rules: UrlRules;
  callId: number;
  readBody: () => Buffer;
  windowEnd: Date;
  numOfDays: NumOfDays;
  /** A secret that must not be quoted. */
  token?: string | undefined;
  /** Names as sent; null for a saved body, whose rows say what it is. */
  dimensions: readonly string[] | null;
  now: Date;
  /** The facts of the other responses, which a wider window is differenced with. */
  factsOf: FactsOfCall & Partial<Pick<FactsOfArchive, 'remember'>>;
}

export interface ReadAnswer {
  format: 'insights' | 'sessions';
  /** Null when the response must not be counted. */
  breakdown: Breakdown | null;
  rows: number;
  truncated: boolean;
  unrecognised: readonly string[];
  missingMetrics: readonly string[];
  facts: FactCounts;
  sessions: { inserted: number; duplicates: number; rejected: number };
  warnings: string[];
}

/**
 * Builds the facts of a body in the archive. One that cannot be parsed is marked there with the reason.
 *
 * @throws AnswerNotUnderstoodError
 */
export function readAnswer(db: Database, input: AnswerToRead): ReadAnswer {
  try {
    const meaning = interpretBody(input);
    return meaning.format === 'sessions'
      ? readSessionRecords(db, input, meaning)
      : readInsights(db, input, meaning);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    throw markUnreadable(db, input.callId, error);
  }
}

/** Records on its row why a response cannot be parsed, and returns the error. */
export function markUnreadable(
  db: Database,
  callId: number,
  cause: Error,
): AnswerNotUnderstoodError {
  const known = cause instanceof AnswerNotUnderstoodError ? cause : notUnderstood(reasonOf(cause));
  const message = `${known.message} The raw response is stored.`;
  noteNotUnderstood(db, { callId, error: message, parserVersion: PARSER_VERSION });
  const code = known.code === 'unreadable' ? 'unreadable' : 'not-understood';
  return new AnswerNotUnderstoodError(message, { code, cause });
}

/** SQLite's message about a value does not help a person. */
function reasonOf(cause: Error): string {
  return refusesValues(cause) ? 'it holds values that cannot be stored' : cause.message;
}

function readInsights(db: Database, input: AnswerToRead, meaning: InsightsMeaning): ReadAnswer {
  const reading = readingOf(input, meaning);
  // A later response is differenced with this one, without parsing it again.
  input.factsOf.remember?.(input.callId, meaning.facts);
  const { facts, impossible } = storeInsights(db, { ...input, reading, facts: meaning.facts });
  return {
    ...reading,
    facts,
    sessions: { inserted: 0, duplicates: 0, rejected: 0 },
    warnings: [...meaning.warnings, ...impossible.map(impossibleWarning)],
  };
}

function readSessionRecords(
  db: Database,
  input: AnswerToRead,
  meaning: SessionsMeaning,
): ReadAnswer {
  const { windowEnd, numOfDays, timeZone } = input;
  const { records, rejected } = meaning.answer;
  const isDayKnown = hasNarrowerWindows(db, input);
  const reading = readingOf(input, meaning);
  const { facts, inserted, duplicates } = storeSessionRecords(db, {
    ...input,
    reading,
    records,
    isDayKnown,
    day: isDayKnown
      ? oldestDayOfWindow(windowEnd, numOfDays, timeZone)
      : reportingDay(windowEnd, timeZone),
  });
  return {
    ...reading,
    facts,
    sessions: { inserted, duplicates, rejected: rejected.length },
    warnings: meaning.warnings,
  };
}

const HOUR_MS = 3_600_000;

/**
 * Whether all narrower windows were parsed within the hour: then what is new in this one belongs to its
 * oldest day.
 */
function hasNarrowerWindows(
  db: Database,
  { projectId, windowEnd, numOfDays }: AnswerToRead,
): boolean {
  if (numOfDays === 1) return true;
  const since = new Date(windowEnd.getTime() - HOUR_MS);
  const calls = loadReadCalls(db, { projectId, since });
  const narrower = new Set<number>(
    calls.filter((call) => call.windowEnd <= windowEnd).map((call) => call.numOfDays),
  );
  return [1, 2].filter((days) => days < numOfDays).every((days) => narrower.has(days));
}

function readingOf(
  { callId, now }: AnswerToRead,
  {
    format,
    breakdown,
    rows,
    truncated,
    unrecognised,
    missingMetrics,
  }: InsightsMeaning | SessionsMeaning,
): AnswerReading {
  return {
    callId,
    format,
    breakdown,
    rows,
    truncated,
    unrecognised,
    missingMetrics,
    parserVersion: PARSER_VERSION,
    parsedAt: now,
  };
}

function impossibleWarning({ day, breakdown, segments, isRefused }: ImpossibleDifference): string {
  return isRefused
    ? `${day} by ${breakdown} cannot be differenced: the narrower window has more sessions than the wider one. The day stays missing.`
    : `${day} by ${breakdown}: the difference of two windows is impossible for ${segments} segments; those values are left unknown.`;
}
