import * as z from 'zod';
import { FIRST_WEEK, LAST_WEEK } from './calendar-bounds.ts';
import { isIsoWeek } from './iso-week.ts';

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
