import type { Day } from './day.ts';
import { addDays, countDays } from './day.ts';
import { weekdayOf } from './weekday.ts';

/** An ISO 8601 week, `2026-W47`: Monday to Sunday. The first week has the year's first Thursday. */
export type IsoWeek = string;

export function weekOf(day: Day): IsoWeek {
  // A week belongs to the year of its Thursday.
  const thursday = addDays(day, 3 - weekdayOf(day));
  const year = thursday.slice(0, thursday.indexOf('-', 1));
  const week = Math.ceil(countDays(`${year}-01-01`, thursday) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Monday of a week. */
export function firstDayOfWeek(week: IsoWeek): Day {
  const [year, number] = week.split('-W') as [string, string];
  // 4 January is always in week 1.
  const fourth = `${year}-01-04`;
  return addDays(fourth, 7 * (Number(number) - 1) - weekdayOf(fourth));
}

export function daysOfWeek(week: IsoWeek): Day[] {
  const monday = firstDayOfWeek(week);
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** The week `weeks` later; negative for earlier. */
export function addWeeks(week: IsoWeek, weeks: number): IsoWeek {
  return weekOf(addDays(firstDayOfWeek(week), weeks * 7));
}

/** The last week whose Sunday is before `today`. */
export function lastCompleteWeek(today: Day): IsoWeek {
  return weekOf(addDays(today, -7));
}

export function isIsoWeek(text: string): boolean {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  return match !== null && Number(match[2]) >= 1 && weekOf(firstDayOfWeek(text)) === text;
}
