import type { SessionRecord } from '@clarity-keep/core';
import { MAX_COUNT } from '@clarity-keep/core';
import { shown } from './doubtful-values.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { normaliseKey, normaliseKeys } from './normalise-key.ts';
import { parseText } from './parse-text.ts';
import { isNotGiven, readNumber } from './parse-value.ts';

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
 * Parses one record; keys in any case, missing fields are zero or empty. Returns the reason as a text if the
 * record must be rejected: without an exact id it could be counted again from the next window, and an
 * impossible number must not pass for zero. Seconds beyond a day and a scroll depth beyond 100 are stored as
 * recorded, and facts leave them out of averages.
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
  return {
    sessionId,
    pageUrl: parseText(pick(fields, fieldNames.pageUrl)),
    durationSeconds: Math.round(numberAt(fields, 'durationSeconds')),
    pageViews: Math.round(numberAt(fields, 'pageViews')),
    rageClicks: Math.round(numberAt(fields, 'rageClicks')),
    deadClicks: Math.round(numberAt(fields, 'deadClicks')),
    scrollDepth: numberAt(fields, 'scrollDepth'),
    referrer: parseText(pick(fields, fieldNames.referrer)),
    device: parseText(pick(fields, fieldNames.device)),
    browser: parseText(pick(fields, fieldNames.browser)),
    country: parseText(pick(fields, fieldNames.country)),
  };
}

const numbers = [
  'durationSeconds',
  'pageViews',
  'rageClicks',
  'deadClicks',
  'scrollDepth',
] as const satisfies (keyof SessionRecord)[];

/** Which number of a record is impossible, or null. */
function oddNumber(fields: JsonObject): string | null {
  for (const name of numbers) {
    const number = numberAt(fields, name);
    if (number >= 0 && number <= MAX_COUNT) continue;
    const [field] = fieldNames[name];
    return `${field} cannot be ${shown(pick(fields, fieldNames[name]))}`;
  }
  return null;
}

/** Zero for a missing value, NaN for anything that is not a number. */
function numberAt(fields: JsonObject, name: (typeof numbers)[number]): number {
  const value = pick(fields, fieldNames[name]);
  return isNotGiven(value) ? 0 : (readNumber(value) ?? NaN);
}

function pick(fields: JsonObject, names: readonly string[]): unknown {
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined) return value;
  }
  return undefined;
}
