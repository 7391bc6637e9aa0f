import * as z from 'zod';
import { dayProblem, isCalendarDay } from './calendar-bounds.ts';

/** A day as answers and stored reports have it. What somebody asks for is held to `askedDaySchema`. */
export const daySchema = z.iso.date({ error: 'Expected a day as YYYY-MM-DD.' });

/** A day that somebody asks for: one of the calendar. What is stored already may be of any year. */
export const askedDaySchema = daySchema.refine(isCalendarDay, {
  error: ({ input }) => dayProblem(String(input)),
});
