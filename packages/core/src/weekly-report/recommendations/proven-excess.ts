import { DEFAULT_MIN_SESSIONS } from '../../frustration/rank-pages.ts';
import { wilsonLowerBound } from '../../statistics/wilson.ts';

/**
 * z of a one-sided 99.95% bound. Ten rows are looked at every week, and one that differs by chance should come up
 * only once in years.
 */
const Z_OF_TEN_ROWS = 3.2905;

/** A busy site proves smaller multiples of the expected rate too, but they are no reason to act. */
const LEAST_RATIO = 1.5;

/**
 * The proven number of sessions beyond the expected rate, or null when the row does not stand out: too few
 * sessions, too small a difference, or one that could be chance.
 */
export function provenExcess({
  rate,
  sessions,
  expected,
}: {
  rate: number;
  sessions: number;
  expected: number;
}): number | null {
  if (sessions < DEFAULT_MIN_SESSIONS || rate < expected * LEAST_RATIO) return null;
  const excess = wilsonLowerBound(Math.round(rate * sessions), sessions, Z_OF_TEN_ROWS) - expected;
  return excess > 0 ? excess * sessions : null;
}
