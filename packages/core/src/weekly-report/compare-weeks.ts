import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import type { WindowSums } from '../facts/window-sums.ts';
import { DEFAULT_MIN_SESSIONS } from '../frustration/rank-pages.ts';
import type { Figure, Refusal } from './report-model.ts';

/** Fewer weekdays than this in common say nothing about a week. */
export const MIN_COMPARED_DAYS = 5;

/** Two weeks, over all their known days and over the weekdays that both have complete. */
export interface TwoWeeks {
  known: { thisWeek: WindowSums | null; weekBefore: WindowSums | null };
  compared: { thisWeek: WindowSums | null; weekBefore: WindowSums | null };
  comparedDays: Day[];
}

/**
 * The days of a week whose weekday is complete in the week before too. Comparing those alone keeps a
 * lost Sunday from reading as a change.
 */
export function comparableDays(complete: readonly Day[], completeBefore: readonly Day[]): Day[] {
  return complete.filter((day) => completeBefore.includes(addDays(day, -7)));
}

/** How one number of the week compares with the week before, and why it does not where it must not. */
export function compareWeeks(
  weeks: TwoWeeks,
  {
    unit,
    value,
    sessions,
  }: {
    unit: Figure['unit'];
    value: (sums: WindowSums) => number | null;
    /** The sessions that the number is over. */
    sessions: (sums: WindowSums) => number;
  },
): Figure {
  const valueOf = (sums: WindowSums | null): number | null => (sums === null ? null : value(sums));
  const figure = {
    thisWeek: valueOf(weeks.known.thisWeek),
    weekBefore: valueOf(weeks.known.weekBefore),
    unit,
    baseline: { value: null, change: null, refusal: 'unknown' as const },
  };
  const refused = (refusal: Refusal): Figure => ({ ...figure, change: null, refusal });

  if (weeks.comparedDays.length < MIN_COMPARED_DAYS) return refused('too-few-days');
  const { thisWeek, weekBefore } = weeks.compared;
  const [now, before] = [valueOf(thisWeek), valueOf(weekBefore)];
  if (thisWeek === null || weekBefore === null || now === null || before === null) {
    return refused('unknown');
  }
  if (unit === 'percent' && before === 0) return refused('from-zero');
  if (Math.min(sessions(thisWeek), sessions(weekBefore)) < DEFAULT_MIN_SESSIONS) {
    return refused('too-few-sessions');
  }
  const change = unit === 'percent' ? ((now - before) / before) * 100 : now - before;
  return { ...figure, change, refusal: null };
}
