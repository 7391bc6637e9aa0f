import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { FIRST_WEEK, LAST_WEEK } from './calendar-bounds.ts';
import type { Day } from './day.ts';
import { addDays } from './day.ts';

/** An ISO 8601 week, `2026-W47`: Monday to Sunday, the first one holds the year's first Thursday. */
export type IsoWeek = string;

export const isoWeekSchema = z
  .string()
  .refine(isIsoWeek, { error: 'Expected an ISO week such as 2026-W47.' });

/** A week that somebody asks for: one of the calendar. */
export const askedWeekSchema = isoWeekSchema.refine(
  (week) => FIRST_WEEK <= week && week <= LAST_WEEK,
  { error: ({ input }) => weekProblem(String(input)) },
);

/** What is wrong with a week, as somebody gave it, that is none of the calendar. */
export function weekProblem(got: string): string {
  return `Expected a week from ${FIRST_WEEK} to ${LAST_WEEK}, got ${got}.`;
}

export function weekOf(day: Day): IsoWeek {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}

/** Monday of a week. */
export function firstDayOfWeek(week: IsoWeek): Day {
  const [year, number] = week.split('-W').map(Number) as [number, number];
  // 4 January is always in week 1.
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourth
    .subtract({ days: fourth.dayOfWeek - 1 })
    .add({ weeks: number - 1 })
    .toString();
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

function isIsoWeek(text: string): boolean {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  return match !== null && Number(match[2]) >= 1 && weekOf(firstDayOfWeek(text)) === text;
}
