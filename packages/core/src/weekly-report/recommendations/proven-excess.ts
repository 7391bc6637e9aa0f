import { DEFAULT_MIN_SESSIONS } from '../../frustration/rank-pages.ts';
import { wilsonLowerBound } from '../../statistics/wilson.ts';

/**
 * z of a one-sided bound of 99.95 %: ten rows are looked at every week, and one that differs by chance
 * should come up once in years.
 */
const Z_OF_TEN_ROWS = 3.2905;

/** Less than this times the expected rate is proven on a busy site, and no reason to act. */
const LEAST_RATIO = 1.5;

/**
 * Sessions beyond what an expected rate would give, as far as they are proven, or null when the row does
 * not stand out: too few sessions, too small a difference, or one that chance could make.
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
