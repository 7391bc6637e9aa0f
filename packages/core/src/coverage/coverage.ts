import type { Day } from '../calendar/day.ts';
import { daysBetween } from '../calendar/day.ts';

/**
 * The states of a day. complete: one response covers most of it. truncated: its lists were cut off. estimated: it is
 * the difference of two responses, or its response covers less of it, or hours of the day before. missing: nothing is
 * known.
 */
export const dayStates = ['complete', 'truncated', 'estimated', 'missing'] as const;

export type DayState = (typeof dayStates)[number];

/** The days of a window by state. Every day is in exactly one list. */
export type Coverage = Record<DayState, Day[]>;

/** Sorts the days `from`..`to` into their states; a day without a state is missing. */
export function coverageOf(
  { from, to }: { from: Day; to: Day },
  states: ReadonlyMap<Day, DayState>,
): Coverage {
  const coverage: Coverage = { complete: [], estimated: [], truncated: [], missing: [] };
  for (const day of daysBetween(from, to)) coverage[states.get(day) ?? 'missing'].push(day);
  return coverage;
}
