import type { TextNumber } from './numbers-in.ts';

/** What may be rounded when it is told: never a count. */
const ROUNDED = new Set(['%', 'points', 'times']);

/**
 * Whether a number is one of those that are shown: with the same unit, no other sign, and the same value,
 * or the whole number that it provably rounds to. 38.4% may be told as 38%, 38.5% as neither 38% nor 39%:
 * it may have been 38.46 or 38.54.
 */
export function isShown(number: TextNumber, shown: readonly TextNumber[]): boolean {
  return shown.some(
    (one) =>
      one.unit === number.unit &&
      (number.sign === null || number.sign === one.sign) &&
      (one.value === number.value || roundsTo(one, number)),
  );
}

function roundsTo(shown: TextNumber, number: TextNumber): boolean {
  if (!ROUNDED.has(shown.unit) || number.decimals > 0 || shown.decimals === 0) return false;
  const blur = 0.5 * 10 ** -shown.decimals;
  // What is left of 0.5 is far more than the noise of floating point.
  return Math.abs(shown.value - number.value) + blur < 0.5 - 1e-9;
}
