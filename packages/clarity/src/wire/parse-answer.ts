import type { InsightsAnswer } from '@clarity-keep/core';
import { notUnderstood, unreadable } from '../errors.ts';
import { isJsonObject } from './json-object.ts';
import { normaliseKey } from './normalise-key.ts';
import { parseInsights } from './parse-insights.ts';
import type { SessionRecordsAnswer } from './parse-session-records.ts';
import { parseSessionRecords } from './parse-session-records.ts';

export type Answer = InsightsAnswer | SessionRecordsAnswer;

/** Raised whenever the same body would give other facts, so that the archive can be read again. */
export const PARSER_VERSION = 1;

/**
 * Reads a body of either format.
 *
 * @throws AnswerNotUnderstoodError when it is empty, no JSON, or of an unknown shape.
 */
export function parseAnswer(body: string): Answer {
  const items = parseItems(body);
  const keys = items.map(
    (item) => new Set(isJsonObject(item) ? Object.keys(item).map(normaliseKey) : []),
  );
  if (keys.some((names) => names.has('metricname'))) return parseInsights(items);
  if (keys.some((names) => names.has('sessionid'))) return parseSessionRecords(items);
  throw notUnderstood(`its items are neither metrics nor session records: ${excerpt(body)}`);
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
