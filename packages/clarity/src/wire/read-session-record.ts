import type { SessionRecord } from '@clarity-keep/core';
import { MAX_COUNT, MAX_PERCENT, MAX_SECONDS } from '@clarity-keep/core';
import { shown } from './doubtful-values.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { normaliseKey, normaliseKeys } from './normalise-key.ts';
import { parseText } from './parse-text.ts';
import { isNotGiven, PERCENT_NOISE, readNumber } from './parse-value.ts';

/** The names of each field: as Clarity sends it, then normalised, then as in the tutorial's table. */
const fieldNames = {
  sessionId: ['SessionId', 'sessionid'],
  pageUrl: ['PageUrl', 'pageurl'],
  durationSeconds: ['Duration', 'duration'],
  pageViews: ['PageViews', 'pageviews'],
  rageClicks: ['RageClickCount', 'rageclickcount', 'rageclicks'],
  deadClicks: ['DeadClickCount', 'deadclickcount', 'deadclicks'],
  scrollDepth: ['ScrollDepth', 'scrolldepth'],
  referrer: ['Referrer', 'referrer'],
  device: ['Device', 'device'],
  browser: ['Browser', 'browser'],
  country: ['Country', 'country'],
} as const satisfies Record<keyof SessionRecord, readonly string[]>;

const knownKeys = new Set<string>(Object.values(fieldNames).flat().map(normaliseKey));

/** Whether a field of a record, by normalised name, is stored. */
export function isSessionField(key: string): boolean {
  return knownKeys.has(key);
}

const LONGEST_ID = 512;

/**
 * Parses one record; keys in any case, missing numbers are null and missing texts empty. Returns the reason as a
 * text if the record must be rejected: without an exact id it could be counted again from the next window, and an
 * impossible number must not pass for any other.
 */
export function readSessionRecord(value: unknown): SessionRecord | string {
  if (!isJsonObject(value)) return 'not an object';
  // Nearly all records have Clarity's spelling; only others pay for normalising every key.
  const fields = 'SessionId' in value ? value : normaliseKeys(value);
  const id = pick(fields, fieldNames.sessionId);
  const sessionId = parseText(id);
  if (sessionId.trim() === '') return 'no SessionId';
  if (sessionId.length > LONGEST_ID) return `a SessionId of over ${LONGEST_ID} characters`;
  // JSON turns neighbouring integers of this size into the same number.
  if (typeof id === 'number' && !Number.isSafeInteger(id))
    return 'a SessionId that is not an exact number';
  const odd = oddNumber(fields);
  if (odd !== null) return odd;
  const duration = numberAt(fields, 'durationSeconds');
  const depth = numberAt(fields, 'scrollDepth');
  return {
    sessionId,
    pageUrl: parseText(pick(fields, fieldNames.pageUrl)),
    durationSeconds: duration === null ? null : Math.round(duration),
    pageViews: numberAt(fields, 'pageViews'),
    rageClicks: numberAt(fields, 'rageClicks'),
    deadClicks: numberAt(fields, 'deadClicks'),
    scrollDepth: depth === null ? null : Math.min(depth, MAX_PERCENT),
    referrer: parseText(pick(fields, fieldNames.referrer)),
    device: parseText(pick(fields, fieldNames.device)),
    browser: parseText(pick(fields, fieldNames.browser)),
    country: parseText(pick(fields, fieldNames.country)),
  };
}

type NumberField = 'durationSeconds' | 'pageViews' | 'rageClicks' | 'deadClicks' | 'scrollDepth';

const isCount = (number: number): boolean => Number.isInteger(number) && number <= MAX_COUNT;

/** Which values beyond zero a number can have. A session ends after half an hour without a visitor, never after days. */
const isPossible: Readonly<Record<NumberField, (number: number) => boolean>> = {
  durationSeconds: (number) => number <= MAX_SECONDS,
  pageViews: isCount,
  rageClicks: isCount,
  deadClicks: isCount,
  scrollDepth: (number) => number <= MAX_PERCENT + PERCENT_NOISE,
};

const numbers = Object.keys(isPossible) as NumberField[];

/** Which number of a record is impossible, or null. */
function oddNumber(fields: JsonObject): string | null {
  for (const name of numbers) {
    const number = numberAt(fields, name);
    if (number === null || (number >= 0 && isPossible[name](number))) continue;
    const [field] = fieldNames[name];
    const value = pick(fields, fieldNames[name]);
    return `${field} cannot be ${shown(readNumber(value) ?? value)}`;
  }
  return null;
}

/** Null for a missing value, NaN for anything that is not a number. */
function numberAt(fields: JsonObject, name: NumberField): number | null {
  const value = pick(fields, fieldNames[name]);
  return isNotGiven(value) ? null : (readNumber(value) ?? NaN);
}

function pick(fields: JsonObject, names: readonly string[]): unknown {
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined) return value;
  }
  return undefined;
}
