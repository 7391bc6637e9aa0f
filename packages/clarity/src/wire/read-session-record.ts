import type { SessionRecord } from '@clarity-keep/core';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { normaliseKey, normaliseKeys } from './normalise-key.ts';
import { parseCount, parseNumber, parseText } from './parse-value.ts';

/** Normalised names of each field: as served, and as the tutorial's table calls it. */
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

/** Whether a field of a record, by its normalised name, is one that is kept. */
export function isSessionField(key: string): boolean {
  return knownKeys.has(key);
}

/**
 * Reads one record; keys in any case, missing fields zero or empty. A record without an id cannot be
 * told from its own copy in the next window, so it gives the reason instead.
 */
export function readSessionRecord(value: unknown): SessionRecord | string {
  if (!isJsonObject(value)) return 'not an object';
  // Nearly all records are spelt as served; only others pay for looking at every key.
  const fields = 'SessionId' in value ? value : normaliseKeys(value);
  const sessionId = parseText(pick(fields, fieldNames.sessionId)).trim();
  if (sessionId === '') return 'no SessionId';
  return {
    sessionId,
    pageUrl: parseText(pick(fields, fieldNames.pageUrl)),
    durationSeconds: parseCount(pick(fields, fieldNames.durationSeconds)) ?? 0,
    pageViews: parseCount(pick(fields, fieldNames.pageViews)) ?? 0,
    rageClicks: parseCount(pick(fields, fieldNames.rageClicks)) ?? 0,
    deadClicks: parseCount(pick(fields, fieldNames.deadClicks)) ?? 0,
    scrollDepth: parseNumber(pick(fields, fieldNames.scrollDepth)) ?? 0,
    referrer: parseText(pick(fields, fieldNames.referrer)),
    device: parseText(pick(fields, fieldNames.device)),
    browser: parseText(pick(fields, fieldNames.browser)),
    country: parseText(pick(fields, fieldNames.country)),
  };
}

function pick(fields: JsonObject, names: readonly string[]): unknown {
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined) return value;
  }
  return undefined;
}
