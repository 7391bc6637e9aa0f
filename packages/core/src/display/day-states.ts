import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import type { Coverage, DayState } from '../coverage/coverage.ts';

/** Stretches of days that are named; the rest is only counted. */
const NAMED_STRETCHES = 3;

/**
 * What is known of the days of a window, as one clause: `5 complete, 2 missing (2026-11-17 to
 * 2026-11-18)`, or `all complete`.
 */
export function coverageInWords(coverage: Coverage, days: number): string {
  return (['complete', 'estimated', 'truncated', 'missing'] as const)
    .filter((state) => coverage[state].length > 0)
    .map((state) => stateInWords(state, coverage[state], days))
    .join(', ');
}

function stateInWords(state: DayState, found: readonly Day[], days: number): string {
  if (found.length === days) return days === 1 ? state : `all ${state}`;
  if (state === 'complete') return `${found.length} ${state}`;
  const stretches = stretchesOf(found);
  const named = stretches.slice(0, NAMED_STRETCHES).join(', ');
  const more = stretches.length > NAMED_STRETCHES ? ', ...' : '';
  return `${found.length} ${state} (${named}${more})`;
}

/** Days that follow each other, as one text each. */
function stretchesOf(days: readonly Day[]): string[] {
  const stretches: { first: Day; last: Day }[] = [];
  for (const day of days) {
    const current = stretches.at(-1);
    if (current !== undefined && addDays(current.last, 1) === day) current.last = day;
    else stretches.push({ first: day, last: day });
  }
  return stretches.map(({ first, last }) => (first === last ? first : `${first} to ${last}`));
}
