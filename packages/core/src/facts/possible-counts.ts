import { MAX_COUNT } from './measure-bounds.ts';
import type { WeightedSum } from './measures.ts';

/** A count over so many days as stored, or null when it cannot be one: then it is unknown. */
export function possibleCount(value: number | null, days: number): number | null {
  const isPossible = Number.isSafeInteger(value) && value !== null;
  return isPossible && value >= 0 && value <= MAX_COUNT * days ? value : null;
}

/** Sessions with something in them: never more than there are. */
export function possibleShare(affected: number | null, sessions: number): number | null {
  return affected !== null && affected <= sessions ? affected : null;
}

/** Rounding of what was added up may exceed what each part can be. */
const TOLERANCE = 1.001;

/** A sum with its sessions, or null when no mean from 0 to `most` can come of it. */
export function possibleWeighted(
  sum: number | null,
  weight: number | null,
  { most, days }: { most: number; days: number },
): WeightedSum | null {
  const sessions = possibleCount(weight, days);
  if (sum === null || sessions === null) return null;
  return sum >= 0 && sum <= most * sessions * TOLERANCE ? { sum, weight: sessions } : null;
}
