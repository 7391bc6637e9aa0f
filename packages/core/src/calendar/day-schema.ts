import * as z from 'zod';
import { FIRST_DAY, isCalendarDay, LAST_DAY } from './calendar-bounds.ts';

/** A day as responses and stored reports have it. A day that someone asks for must pass `askedDaySchema`. */
export const daySchema = z.iso.date({ error: 'must be a day such as 2026-11-16' });

/** A day that someone asks for: it must be in the calendar. Stored days may be of any year. */
export const askedDaySchema = daySchema.refine(isCalendarDay, {
  error: `must be between ${FIRST_DAY} and ${LAST_DAY}`,
});
