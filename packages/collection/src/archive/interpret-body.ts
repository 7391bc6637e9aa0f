import type { Breakdown, DoubtfulField, UrlRules } from '@clarity-keep/core';
import {
  answeredBreakdown,
  breakdownOf,
  counted,
  integer,
  listed,
  listedUpTo,
  missingMetrics,
  pivotInsights,
  ROW_CAP,
} from '@clarity-keep/core';
import type { Answer, SessionRecordsAnswer } from '@clarity-keep/clarity';
import { asNotUnderstood, parseAnswer, requestedBreakdown } from '@clarity-keep/clarity';
import type { AnswerFacts } from '@clarity-keep/db';

export interface BodyToInterpret {
  readBody: () => Buffer;
  rules: UrlRules;
  /** Names as sent; null for a saved body, whose rows say what it is. */
  dimensions: readonly string[] | null;
  /** A secret that must not be quoted. */
  token?: string | undefined;
}

interface Meaning {
  /** Its breakdown; null when the response must not be counted. */
  breakdown: Breakdown | null;
  rows: number;
  truncated: boolean;
  unrecognised: readonly string[];
  /** Metrics that every response has and this one lacks. */
  missingMetrics: readonly string[];
  warnings: string[];
}

export interface InsightsMeaning extends Meaning {
  format: 'insights';
  facts: AnswerFacts;
}

export interface SessionsMeaning extends Meaning {
  format: 'sessions';
  answer: SessionRecordsAnswer;
}

/**
 * Interprets a raw body under these URL rules. The same bytes always give the same result.
 *
 * @throws AnswerNotUnderstoodError, BodyUnreadableError
 */
export function interpretBody(input: BodyToInterpret): InsightsMeaning | SessionsMeaning {
  const body = input.readBody();
  return asNotUnderstood(() => {
    const answer = parseAnswer(body, { token: input.token });
    return answer.format === 'sessions'
      ? meaningOfSessions(answer)
      : meaningOfInsights(answer, input);
  });
}

type Insights = Exclude<Answer, SessionRecordsAnswer>;

function meaningOfInsights(
  answer: Insights,
  { dimensions, rules }: BodyToInterpret,
): InsightsMeaning {
  const known =
    dimensions === null ? breakdownOf(answer.dimensions) : requestedBreakdown(dimensions);
  const asked = known ?? 'total';
  const { breakdown, warning } = answeredBreakdown(answer, asked);
  const { facts, unreadableRows } =
    breakdown === null
      ? { facts: [], unreadableRows: 0 }
      : pivotInsights(answer, { breakdown, rules });
  const missing = missingMetrics(answer);
  const isReadable =
    unreadableRows === 0 || facts.some(({ facts: ofBreakdown }) => ofBreakdown.length > 0);
  return {
    format: 'insights',
    breakdown: isReadable ? breakdown : null,
    rows: answer.rows,
    truncated: answer.truncatedMetrics.length > 0,
    unrecognised: answer.unrecognised,
    missingMetrics: missing,
    facts: {
      breakdowns: isReadable ? facts : [],
      listedSessions: answer.isUndimensioned ? answer.listedSessions : null,
    },
    warnings: [
      ...(warning === null ? [] : [warning]),
      ...missingWarning(missing, asked),
      ...doubtfulWarning(answer.doubtful),
      ...unreadableWarning(unreadableRows, asked),
      ...truncationWarning(answer.truncatedMetrics, asked),
      ...unrecognisedWarning(answer.unrecognised),
    ],
  };
}

function meaningOfSessions(answer: SessionRecordsAnswer): SessionsMeaning {
  // No cap is known for records, but exactly as many rows as the other format's cap is no coincidence.
  const truncated = answer.rows === ROW_CAP;
  return {
    format: 'sessions',
    breakdown: 'total',
    rows: answer.rows,
    truncated,
    unrecognised: answer.unrecognised,
    missingMetrics: [],
    answer,
    warnings: [
      ...rejectionWarning(answer.rejected),
      ...truncationWarning(truncated ? ['session records'] : [], 'total'),
      ...unrecognisedWarning(answer.unrecognised),
    ],
  };
}

function truncationWarning(metrics: readonly string[], asked: Breakdown): string[] {
  if (metrics.length === 0) return [];
  return [
    `Clarity cut the response by ${asked} off at ${integer(ROW_CAP)} rows (${someOf(metrics)}): the rest is unknown, and the day is marked as cut off.`,
  ];
}

function missingWarning(metrics: readonly string[], asked: Breakdown): string[] {
  if (metrics.length === 0) return [];
  return [
    `Clarity left ${listed(metrics)} out of the response by ${asked}: what they measure is unknown, and the day is marked as cut off until a later response has them.`,
  ];
}

function unreadableWarning(rows: number, asked: Breakdown): string[] {
  if (rows === 0) return [];
  return [
    `${rows} rows of the response by ${asked} do not say how many sessions they cover: they are not counted, and the day is marked as cut off.`,
  ];
}

function unrecognisedWarning(unrecognised: readonly string[]): string[] {
  if (unrecognised.length === 0) return [];
  return [
    `Clarity sent data this version does not know: ${someOf(unrecognised)}. It is stored with the raw response.`,
  ];
}

function rejectionWarning(rejected: readonly string[]): string[] {
  if (rejected.length === 0) return [];
  const verb = rejected.length === 1 ? 'was' : 'were';
  return [
    `${counted(rejected.length, 'session record')} ${verb} left out: ${someOf([...new Set(rejected)])}.`,
  ];
}

function doubtfulWarning(doubtful: readonly DoubtfulField[]): string[] {
  if (doubtful.length === 0) return [];
  const fields = doubtful.map(
    ({ field, values, example }) =>
      `${field} ${values === 1 ? `is ${example}` : `${values} times, such as ${example}`}`,
  );
  return [`Clarity sent impossible values: ${someOf(fields)}. They count as unknown.`];
}

const NAMED = 10;

function someOf(names: readonly string[]): string {
  return listedUpTo(NAMED, names);
}
