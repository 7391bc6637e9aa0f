import type { InsightsAnswer } from '@clarity-keep/core';
import { notUnderstood, unreadable } from '../errors.ts';
import { isJsonObject } from './json-object.ts';
import { normaliseKey } from './normalise-key.ts';
import { parseInsights } from './parse-insights.ts';
import type { SessionRecordsAnswer } from './parse-session-records.ts';
import { parseSessionRecords } from './parse-session-records.ts';

export type Answer = InsightsAnswer | SessionRecordsAnswer;

/** Raised whenever the same body would give other facts, so that the archive can be read again. */
export const PARSER_VERSION = 2;

/** Thirty times what nine metrics have at Clarity's cap of 1,000 rows. */
const MOST_ROWS = 300_000;

/**
 * Reads a body of either format.
 *
 * @throws AnswerNotUnderstoodError when it is empty, no JSON, or of an unknown shape.
 */
export function parseAnswer(body: string): Answer {
  const items = parseItems(body);
  const rows = items.reduce<number>((sum, item) => sum + rowsOf(item), 0);
  if (rows > MOST_ROWS) {
    throw notUnderstood(
      `it has ${rows.toLocaleString('en-US')} rows, and more than ${MOST_ROWS.toLocaleString('en-US')} are not read`,
    );
  }
  const format = formatOf(items);
  if (format === 'insights') return parseInsights(items);
  if (format === 'sessions') return parseSessionRecords(items);
  throw notUnderstood(`its items are neither metrics nor session records: ${excerpt(body)}`);
}

/** Rows of a metric; a session record is one. */
function rowsOf(item: unknown): number {
  if (!isJsonObject(item)) return 1;
  return Object.values(item).reduce<number>(
    (rows, value) => (Array.isArray(value) ? Math.max(rows, value.length) : rows),
    1,
  );
}

/** Looks at each spelling of a key once: there are a dozen of them on hundreds of thousands of records. */
function formatOf(items: readonly unknown[]): Answer['format'] | null {
  const seen = new Set<string>();
  let format: Answer['format'] | null = null;
  for (const item of items.filter(isJsonObject)) {
    for (const key of Object.keys(item)) {
      if (seen.has(key)) continue;
      seen.add(key);
      const name = normaliseKey(key);
      if (name === 'metricname') return 'insights';
      if (name === 'sessionid') format = 'sessions';
    }
  }
  return format;
}

function parseItems(body: string): unknown[] {
  if (body.trim() === '') throw unreadable('it is empty');
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (error) {
    throw unreadable(`it is not JSON: ${excerpt(body)}`, error);
  }
  if (!Array.isArray(json)) throw notUnderstood(`it is no list: ${excerpt(body)}`);
  if (json.length === 0) {
    throw notUnderstood('it is an empty list, which a project without visitors would not give');
  }
  return json;
}

/** The start of a body, for a message: one line, no control characters, quoted. */
function excerpt(body: string): string {
  const start = body.trim().slice(0, 60);
  return JSON.stringify(start.length < body.trim().length ? `${start}...` : start);
}
