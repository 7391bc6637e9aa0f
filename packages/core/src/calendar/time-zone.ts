import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Day } from './day.ts';

export const timeZoneSchema = z
  .string()
  .refine(isTimeZone, { error: 'must be a time zone such as UTC or Europe/Berlin' });

/** The calendar day of an instant in a time zone. */
export function dayOfInstant(instant: Date, timeZone: string): Day {
  return zoned(instant, timeZone).toPlainDate().toString();
}

// A plan and a settlement ask for the same few days hundreds of times, and the polyfill takes long over each.
const MOST_KNOWN_BOUNDS = 4096;
const knownBounds = new Map<string, { start: number; end: number }>();

/** The instants of a calendar day in a time zone, half open: 23, 24 or 25 hours. */
export function dayBounds(day: Day, timeZone: string): { start: Date; end: Date } {
  const key = `${day} ${timeZone}`;
  let bounds = knownBounds.get(key);
  if (bounds === undefined) {
    const date = Temporal.PlainDate.from(day);
    bounds = { start: startOf(date, timeZone), end: startOf(date.add({ days: 1 }), timeZone) };
    if (knownBounds.size >= MOST_KNOWN_BOUNDS) knownBounds.clear();
    knownBounds.set(key, bounds);
  }
  return { start: new Date(bounds.start), end: new Date(bounds.end) };
}

/**
 * The instant of a time of day, `HH:MM`, in a time zone. A time skipped in spring moves later by the skipped hour;
 * a time that occurs twice in autumn is the first of the two.
 */
export function instantOf({ day, time }: { day: Day; time: string }, timeZone: string): Date {
  const local = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from(time),
  });
  return new Date(local.epochMilliseconds);
}

function startOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds;
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

function isTimeZone(name: string): boolean {
  try {
    zoned(new Date(0), name);
    return true;
  } catch {
    return false;
  }
}
