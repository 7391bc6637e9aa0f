import type { Day } from '../../calendar/day.ts';
import type { Coverage, DayState } from '../../coverage/coverage.ts';
import { isoStretches } from '../dates.ts';

/** The states of a day, the best known first. */
export const shownDayStates = [
  'complete',
  'estimated',
  'truncated',
  'missing',
] as const satisfies readonly DayState[];

const states: Record<DayState, { name: string; meaning: string; mark: string }> = {
  complete: { name: 'complete', meaning: 'the day as Clarity counted it', mark: '■' },
  estimated: {
    name: 'estimated',
    meaning: 'worked out from responses that do not match the day exactly',
    mark: '~',
  },
  truncated: {
    name: 'cut off',
    meaning: 'incomplete, because Clarity returns at most 1,000 rows',
    mark: '!',
  },
  missing: { name: 'missing', meaning: 'not collected, so unknown rather than zero', mark: '·' },
};

/** "complete", "cut off" */
export function dayStateName(state: DayState): string {
  return states[state].name;
}

/** What a state says of the numbers of a day. */
export function dayStateMeaning(state: DayState): string {
  return states[state].meaning;
}

/** A state where there is room for one character. */
export function dayStateMark(state: DayState): string {
  return states[state].mark;
}

/** Stretches of days that are named; the rest is only counted. */
const NAMED_STRETCHES = 3;

/**
 * What is known of the days of a window, as one clause: `5 complete, 2 missing (2026-11-17 to
 * 2026-11-18)`, or `all complete`.
 *
 * @param stretchesOf how days are named: as ISO days, or for people as `dayStretches` does.
 */
export function coverageInWords(
  coverage: Coverage,
  days: number,
  stretchesOf: (days: readonly Day[]) => string[] = isoStretches,
): string {
  return shownDayStates
    .filter((state) => coverage[state].length > 0)
    .map((state) => daysInState(state, coverage[state], { days, stretchesOf }))
    .join(', ');
}

/** The part of a coverage that is of one state: `2 missing (17–18 Nov)`, `all missing`. */
export function daysInState(
  state: DayState,
  found: readonly Day[],
  { days, stretchesOf }: { days: number; stretchesOf: (days: readonly Day[]) => string[] },
): string {
  const name = dayStateName(state);
  if (found.length === days) return days === 1 ? name : `all ${name}`;
  if (state === 'complete') return `${found.length} ${name}`;
  const stretches = stretchesOf(found);
  const named = stretches.slice(0, NAMED_STRETCHES).join(', ');
  const more = stretches.length > NAMED_STRETCHES ? ', ...' : '';
  return `${found.length} ${name} (${named}${more})`;
}
