import type { Day } from '../../calendar/day.ts';
import { addDays } from '../../calendar/day.ts';
import type { IsoWeek } from '../../calendar/iso-week.ts';
import { addWeeks, daysOfWeek, firstDayOfWeek } from '../../calendar/iso-week.ts';
import type { DayStates } from '../report-input.ts';

/** Weeks before the week of a report that it looks back on. */
export const WEEKS_BACK = 8;

/** Fewer weekdays than this in common say nothing about a week. */
export const MIN_COMPARED_DAYS = 5;

/** All days that a report is made from: those of its week and of the eight weeks before. */
export function reportDays(week: IsoWeek): { from: Day; to: Day } {
  return { from: firstDayOfWeek(addWeeks(week, -WEEKS_BACK)), to: lastDayOfWeek(week) };
}

export function lastDayOfWeek(week: IsoWeek): Day {
  return addDays(firstDayOfWeek(week), 6);
}

/**
 * The days of a week that are complete and whose weekday is complete in the week before too. Comparing
 * those alone keeps a lost Sunday from reading as a change.
 */
export function comparedDays(week: IsoWeek, states: DayStates): Day[] {
  return completeDays(daysOfWeek(week), states).filter(
    (day) => states.get(addDays(day, -7)) === 'complete',
  );
}

/** The days that changes of pages are over, and their weekdays in the week before; none when they are too few. */
export function comparedPageDays(
  week: IsoWeek,
  states: DayStates,
): { thisWeek: Day[]; weekBefore: Day[] } {
  const days = comparedDays(week, states);
  const enough = days.length >= MIN_COMPARED_DAYS ? days : [];
  return { thisWeek: enough, weekBefore: enough.map((day) => addDays(day, -7)) };
}

export function completeDays(days: readonly Day[], states: DayStates): Day[] {
  return days.filter((day) => states.get(day) === 'complete');
}

export function knownDays(days: readonly Day[], states: DayStates): Day[] {
  return days.filter((day) => (states.get(day) ?? 'missing') !== 'missing');
}
