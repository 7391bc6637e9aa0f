import { integer } from '@clarity-keep/core';
import type { InsightsAnswer } from '@clarity-keep/core';
import { ClarityError, notUnderstood } from '../errors.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { itemKinds } from './item-kinds.ts';
import { startInsights } from './parse-insights.ts';
import type { SessionRecordsAnswer } from './parse-session-records.ts';
import { startSessionRecords } from './parse-session-records.ts';
import { excerpt, readItems } from './read-items.ts';
import { withoutToken } from './without-token.ts';

export type Answer = InsightsAnswer | SessionRecordsAnswer;

/** Increased whenever the same body would give other facts, so that the archive is parsed again. */
export const PARSER_VERSION = 3;

/** Thirty times as many as nine metrics have at Clarity's limit of 1,000 rows. */
const MOST_ROWS = 300_000;

/**
 * Parses a body of either format, item by item. Results and errors never contain the token.
 *
 * @throws AnswerNotUnderstoodError when it is empty, not JSON, of an unknown shape, or has over 300,000 rows.
 */
export function parseAnswer(
  body: string | Uint8Array,
  { token }: { token?: string | undefined } = {},
): Answer {
  return asNotUnderstood(() => parse(body, token));
}

/**
 * Runs something that depends only on the bytes of a body, and blames the body for whatever goes wrong.
 *
 * @throws AnswerNotUnderstoodError
 */
export function asNotUnderstood<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof ClarityError) throw error;
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw notUnderstood(`this version could not process it (${reason})`, error);
  }
}

function parse(body: string | Uint8Array, token: string | undefined): Answer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const clean = (text: string): string => withoutToken(text, token);
  const kindOf = itemKinds();
  const insights = startInsights();
  const sessions = startSessionRecords();
  let items = 0;
  let rows = 0;
  for (const item of readItems(bytes, clean)) {
    items += 1;
    rows += rowsOf(item);
    if (rows > MOST_ROWS) {
      throw notUnderstood(
        `it has more than ${integer(MOST_ROWS)} rows, where Clarity gives 1,000 a metric`,
      );
    }
    if (kindOf(item) === 'metric') insights.add(item as JsonObject);
    else sessions.add(item);
  }
  if (insights.metrics > 0) return insights.end({ otherItems: items - insights.metrics });
  if (sessions.hasIds) return sessions.end();
  if (items === 0) {
    throw notUnderstood('it is an empty list, which a project without visitors would not give');
  }
  throw notUnderstood(
    `its items are neither metrics nor session records: ${excerpt(bytes, clean)}`,
  );
}

/** Rows of a metric; a session record is one. */
function rowsOf(item: unknown): number {
  if (!isJsonObject(item)) return 1;
  return Object.values(item).reduce<number>(
    (rows, value) => (Array.isArray(value) ? Math.max(rows, value.length) : rows),
    1,
  );
}
