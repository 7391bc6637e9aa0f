import type { Breakdown, NumOfDays, UrlRules } from '@clarity-keep/core';
import {
  answeredBreakdown,
  breakdownOf,
  oldestDayOfWindow,
  pivotInsights,
  reportingDay,
  ROW_CAP,
} from '@clarity-keep/core';
import type { Answer, SessionRecordsAnswer } from '@clarity-keep/clarity';
import {
  AnswerNotUnderstoodError,
  PARSER_VERSION,
  parseAnswer,
  requestedBreakdown,
} from '@clarity-keep/clarity';
import type { AnswerReading, Database, FactCounts } from '@clarity-keep/db';
import {
  loadReadCalls,
  noteNotUnderstood,
  storeInsights,
  storeSessionRecords,
} from '@clarity-keep/db';
import { withoutToken } from './without-token.ts';

type Insights = Exclude<Answer, SessionRecordsAnswer>;

export interface AnswerToRead {
  project: { id: string; timeZone: string };
  rules: UrlRules;
  callId: number;
  body: Buffer;
  windowEnd: Date;
  numOfDays: NumOfDays;
  /** What must not be quoted. */
  token?: string | undefined;
  /** Names as sent; null for a saved body, whose rows say what it is. */
  dimensions: readonly string[] | null;
  now: Date;
}

export interface ReadAnswer {
  format: 'insights' | 'sessions';
  /** Null when the answer must not be counted. */
  breakdown: Breakdown | null;
  rows: number;
  truncated: boolean;
  facts: FactCounts;
  sessions: { inserted: number; duplicates: number; rejected: number };
  warnings: string[];
}

/**
 * Makes facts of a body that is in the archive. What is not understood is noted there.
 *
 * @throws AnswerNotUnderstoodError
 */
export function readAnswer(db: Database, input: AnswerToRead): ReadAnswer {
  const answer = parse(db, input);
  return answer.format === 'sessions'
    ? readSessionRecords(db, input, answer)
    : readInsights(db, input, answer);
}

function parse(db: Database, { callId, body, token }: AnswerToRead): Answer {
  try {
    return parseAnswer(withoutToken(new TextDecoder().decode(body), token));
  } catch (error) {
    if (!(error instanceof AnswerNotUnderstoodError)) throw error;
    const message = `${error.message} The raw body is kept.`;
    noteNotUnderstood(db, { callId, error: message, parserVersion: PARSER_VERSION });
    throw new AnswerNotUnderstoodError(message, { cause: error });
  }
}

function readInsights(db: Database, input: AnswerToRead, answer: Insights): ReadAnswer {
  const { project, rules, windowEnd, numOfDays } = input;
  const known =
    input.dimensions === null
      ? breakdownOf(answer.dimensions)
      : requestedBreakdown(input.dimensions);
  const asked = known ?? 'total';
  const { breakdown, warning } = answeredBreakdown(answer, asked);
  const { facts: pivoted, unreadableRows } =
    breakdown === null
      ? { facts: [], unreadableRows: 0 }
      : pivotInsights(answer, { breakdown, rules });
  const isReadable = pivoted.some(({ facts }) => facts.length > 0) || unreadableRows === 0;
  const reading = readingOf(input, answer, {
    breakdown: isReadable ? breakdown : null,
    truncated: answer.truncatedMetrics.length > 0,
  });
  const facts = storeInsights(db, {
    projectId: project.id,
    timeZone: project.timeZone,
    windowEnd,
    numOfDays,
    reading,
    facts: isReadable ? pivoted : [],
  });
  return {
    ...reading,
    facts,
    sessions: { inserted: 0, duplicates: 0, rejected: 0 },
    warnings: [
      ...(warning === null ? [] : [warning]),
      ...unreadableWarning(unreadableRows, asked),
      ...truncationWarning(answer.truncatedMetrics, asked),
      ...unrecognisedWarning(answer.unrecognised),
      ...wideWindowWarning(numOfDays),
    ],
  };
}

function readSessionRecords(
  db: Database,
  input: AnswerToRead,
  answer: SessionRecordsAnswer,
): ReadAnswer {
  const { project, rules, windowEnd, numOfDays } = input;
  const isDayKnown = hasNarrowerWindows(db, input);
  const reading = readingOf(input, answer, {
    breakdown: 'total',
    // No cap is known for records; exactly as many rows as the other format's cap is no accident.
    truncated: answer.rows === ROW_CAP,
  });
  const { facts, inserted, duplicates } = storeSessionRecords(db, {
    projectId: project.id,
    timeZone: project.timeZone,
    windowEnd,
    numOfDays,
    reading,
    rules,
    records: answer.records,
    isDayKnown,
    day: isDayKnown
      ? oldestDayOfWindow(windowEnd, numOfDays, project.timeZone)
      : reportingDay(windowEnd, project.timeZone),
  });
  return {
    ...reading,
    facts,
    sessions: { inserted, duplicates, rejected: answer.rejected.length },
    warnings: [
      ...rejectionWarning(answer.rejected),
      ...truncationWarning(reading.truncated ? ['session records'] : [], 'total'),
      ...unrecognisedWarning(answer.unrecognised),
    ],
  };
}

const HOUR_MS = 3_600_000;

/**
 * Whether all narrower windows were read within the hour: then what is new in this one is of its
 * oldest day.
 */
function hasNarrowerWindows(
  db: Database,
  { project, windowEnd, numOfDays }: AnswerToRead,
): boolean {
  if (numOfDays === 1) return true;
  const since = new Date(windowEnd.getTime() - HOUR_MS);
  const calls = loadReadCalls(db, {
    projectId: project.id,
    since: since.toISOString().slice(0, 10),
  });
  const narrower = new Set<number>(
    calls
      .filter((call) => call.windowEnd >= since && call.windowEnd <= windowEnd)
      .map((call) => call.numOfDays),
  );
  return [1, 2].filter((days) => days < numOfDays).every((days) => narrower.has(days));
}

function readingOf(
  { callId, now }: AnswerToRead,
  answer: Answer,
  { breakdown, truncated }: { breakdown: Breakdown | null; truncated: boolean },
): AnswerReading {
  return {
    callId,
    format: answer.format,
    breakdown,
    rows: answer.rows,
    truncated,
    unrecognised: answer.unrecognised,
    parserVersion: PARSER_VERSION,
    parsedAt: now,
  };
}

function truncationWarning(metrics: readonly string[], asked: Breakdown): string[] {
  if (metrics.length === 0) return [];
  return [
    `Clarity cut the answer by ${asked} at ${ROW_CAP} rows (${metrics.join(', ')}): what it left out is unknown, and the day is marked truncated.`,
  ];
}

function unreadableWarning(rows: number, asked: Breakdown): string[] {
  if (rows === 0) return [];
  return [
    `${rows} rows of the answer by ${asked} do not say how many sessions they are of: they are not counted, and the day is marked truncated.`,
  ];
}

function wideWindowWarning(numOfDays: NumOfDays): string[] {
  if (numOfDays === 1) return [];
  return [
    `An answer over ${numOfDays} days is kept raw until it can be differenced; it adds no day facts yet.`,
  ];
}

function unrecognisedWarning(unrecognised: readonly string[]): string[] {
  if (unrecognised.length === 0) return [];
  return [
    `Clarity sent what this version does not know: ${unrecognised.join(', ')}. It is kept in the raw body.`,
  ];
}

function rejectionWarning(rejected: readonly string[]): string[] {
  if (rejected.length === 0) return [];
  const reasons = [...new Set(rejected)].join(', ');
  return [`${rejected.length} session records were left out: ${reasons}.`];
}
