import * as z from 'zod';
import { dayProblem, isCalendarDay } from './calendar-bounds.ts';

/** A day as responses and stored reports have it. A day that someone asks for must pass `askedDaySchema`. */
export const daySchema = z.iso.date({ error: 'Expected a day as YYYY-MM-DD.' });

/** A day that someone asks for: it must be in the calendar. Stored days may be of any year. */
export const askedDaySchema = daySchema.refine(isCalendarDay, {
  error: ({ input }) => dayProblem(String(input)),
});
