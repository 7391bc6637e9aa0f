import type { Day } from '../../calendar/day.ts';
import { addDays } from '../../calendar/day.ts';
import type { IsoWeek } from '../../calendar/iso-week.ts';
import { addWeeks, daysOfWeek, firstDayOfWeek } from '../../calendar/iso-week.ts';
import type { DayStates } from '../report-input.ts';

/** How many weeks before its own a report looks back on. */
export const WEEKS_BACK = 8;

/** With fewer weekdays in common, two weeks are not compared. */
export const MIN_COMPARED_DAYS = 5;

/** All days a report is made from: its week and the eight weeks before. */
export function reportDays(week: IsoWeek): { from: Day; to: Day } {
  return { from: firstDayOfWeek(addWeeks(week, -WEEKS_BACK)), to: lastDayOfWeek(week) };
}

export function lastDayOfWeek(week: IsoWeek): Day {
  return addDays(firstDayOfWeek(week), 6);
}

/**
 * The days of a week that are complete and whose weekday is also complete in the week before. Comparing only
 * those keeps a missing Sunday from looking like a change.
 */
export function comparedDays(week: IsoWeek, states: DayStates): Day[] {
  return completeDays(daysOfWeek(week), states).filter(
    (day) => states.get(addDays(day, -7)) === 'complete',
  );
}

/** The days that page changes are measured on, and the same weekdays of the week before; none when there are too few. */
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
