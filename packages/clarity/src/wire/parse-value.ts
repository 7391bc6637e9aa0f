import { MAX_COUNT, MAX_PERCENT, MAX_SECONDS } from '@clarity-keep/core';
import type { DoubtfulValues } from './doubtful-values.ts';

/** Clarity's own float noise goes beyond 100 by less. */
const PERCENT_NOISE = 0.005;

/** Where a value stands, and who is told when it cannot be. */
export interface ValuePlace {
  /** As a person knows it, e.g. `Traffic.totalSessionCount`. */
  field: string;
  doubtful: DoubtfulValues;
}

/** A whole number of sessions or events; null is unknown. */
export function parseCount(value: unknown, place: ValuePlace): number | null {
  const number = parseMeasure(value, MAX_COUNT, place);
  if (number === null || Number.isInteger(number)) return number;
  place.doubtful.note(place.field, value);
  return null;
}

/** Percent 0..100; null is unknown. */
export function parsePercent(value: unknown, place: ValuePlace): number | null {
  const number = parseMeasure(value, MAX_PERCENT + PERCENT_NOISE, place);
  return number === null ? null : Math.min(number, MAX_PERCENT);
}

/** Mean seconds of a session; null is unknown. */
export function parseSeconds(value: unknown, place: ValuePlace): number | null {
  return parseMeasure(value, MAX_SECONDS, place);
}

function parseMeasure(value: unknown, most: number, place: ValuePlace): number | null {
  const number = readNumber(value);
  if (number !== null && number >= 0 && number <= most) return number;
  if (!isNotGiven(value)) place.doubtful.note(place.field, value);
  return null;
}

/** JavaScript would take `0xFF` and the empty text for numbers too. */
const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/**
 * A finite number however Clarity writes it: `"292"` until August 2026, both forms in one answer during
 * the change, `292` since. Null for what is none.
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

/** Null and empty text are how Clarity says that it has no value. */
export function isNotGiven(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}
