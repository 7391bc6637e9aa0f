import { MAX_COUNT } from './measure-bounds.ts';
import type { WeightedSum } from './measures.ts';

/** A stored count over this many days, or null (unknown) if it is impossible. */
export function possibleCount(value: number | null, days: number): number | null {
  const isPossible = Number.isSafeInteger(value) && value !== null;
  return isPossible && value >= 0 && value <= MAX_COUNT * days ? value : null;
}

/** Affected sessions, or null (unknown) if there are more than sessions. */
export function possibleShare(affected: number | null, sessions: number): number | null {
  return affected !== null && affected <= sessions ? affected : null;
}

/** A rounded sum may exceed the largest possible value by a little. */
const TOLERANCE = 1.001;

/** A sum with its sessions, or null if its mean is not between 0 and `most`. */
export function possibleWeighted(
  sum: number | null,
  weight: number | null,
  { most, days }: { most: number; days: number },
): WeightedSum | null {
  const sessions = possibleCount(weight, days);
  if (sum === null || sessions === null) return null;
  return sum >= 0 && sum <= most * sessions * TOLERANCE ? { sum, weight: sessions } : null;
}
