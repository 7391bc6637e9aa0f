import * as z from 'zod';
import { FIRST_WEEK, LAST_WEEK } from './calendar-bounds.ts';
import { isIsoWeek } from './iso-week.ts';

export const isoWeekSchema = z
  .string()
  .refine(isIsoWeek, { error: 'must be a week such as 2026-W47' });

/** A week that someone asks for: it must be in the calendar. */
export const askedWeekSchema = isoWeekSchema.refine(
  (week) => FIRST_WEEK <= week && week <= LAST_WEEK,
  { error: `must be between ${FIRST_WEEK} and ${LAST_WEEK}` },
);

/** What to tell someone who gave a week outside the calendar. */
export function weekProblem(got: string): string {
  return `A week must be between ${FIRST_WEEK} and ${LAST_WEEK}, not ${got}.`;
}
