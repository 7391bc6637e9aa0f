import type { TextNumber } from './numbers-in.ts';

/** Units that may be rounded in a text. A count never is. */
const ROUNDED = new Set(['%', 'points', 'times']);

/**
 * Whether a number is one of those shown: the same unit, no contrary sign, and the same value or the whole number
 * it provably rounds to. 38.4% may become 38%; 38.5% may become neither 38% nor 39%, because it may have been 38.46
 * or 38.54.
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
  // The margin is far larger than floating-point noise.
  return Math.abs(shown.value - number.value) + blur < 0.5 - 1e-9;
}
