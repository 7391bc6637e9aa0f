import { MAX_COUNT, MAX_PERCENT, MAX_SECONDS } from '@clarity-keep/core';
import type { DoubtfulValues } from './doubtful-values.ts';

/** More than Clarity's own float noise exceeds 100 by. */
export const PERCENT_NOISE = 0.005;

/** Where a value comes from, and where to report it if it is impossible. */
export interface ValuePlace {
  /** As people know it, e.g. `Traffic.totalSessionCount`. */
  field: string;
  doubtful: DoubtfulValues;
}

/** A whole number of sessions or events; null if unknown. */
export function parseCount(value: unknown, place: ValuePlace): number | null {
  const number = parseMeasure(value, MAX_COUNT, place);
  if (number === null || Number.isInteger(number)) return number;
  place.doubtful.note(place.field, value);
  return null;
}

/** Percent 0..100; null if unknown. */
export function parsePercent(value: unknown, place: ValuePlace): number | null {
  const number = parseMeasure(value, MAX_PERCENT + PERCENT_NOISE, place);
  return number === null ? null : Math.min(number, MAX_PERCENT);
}

/** Mean seconds of a session; null if unknown. */
export function parseSeconds(value: unknown, place: ValuePlace): number | null {
  return parseMeasure(value, MAX_SECONDS, place);
}

function parseMeasure(value: unknown, most: number, place: ValuePlace): number | null {
  const number = readNumber(value);
  if (number !== null && number >= 0 && number <= most) return number;
  if (!isNotGiven(value)) place.doubtful.note(place.field, value);
  return null;
}

/** Stricter than JavaScript, which also takes `0xFF` and the empty text for numbers. */
const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/**
 * A finite number, however Clarity writes it: `"292"` until August 2026, both forms in one response during
 * the change, `292` since. Null for anything else.
 */
export function readNumber(value: unknown): number | null {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && DECIMAL.test(value)
        ? Number(value)
        : NaN;
  return Number.isFinite(number) ? number : null;
}

/** Whether Clarity says that it has no value: by null, an empty text, or no field. */
export function isNotGiven(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}
