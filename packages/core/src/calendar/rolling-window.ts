import type { Day } from './day.ts';
import { dayBounds, dayOfInstant } from './time-zone.ts';

const HOUR_MS = 3_600_000;

/** What one response covers: the 24, 48 or 72 hours before the call. Half open. */
export interface RollingWindow {
  start: Date;
  end: Date;
}

export type NumOfDays = 1 | 2 | 3;

/** The window of a call made at `end`. Source: official page, "last 24, 48 and 72 hours". */
export function rollingWindow(end: Date, numOfDays: NumOfDays): RollingWindow {
  return { start: new Date(end.getTime() - numOfDays * 24 * HOUR_MS), end };
}

/** The oldest 24 hours of a window: what it covers and the next narrower one does not. */
export function oldest24Hours(end: Date, numOfDays: NumOfDays): RollingWindow {
  return rollingWindow(new Date(end.getTime() - (numOfDays - 1) * 24 * HOUR_MS), 1);
}

/**
 * The reporting day a one-day window ending at `end` belongs to: the one it overlaps most, which is
 * the day of its end minus twelve hours.
 */
export function reportingDay(end: Date, timeZone: string): Day {
  return dayOfInstant(new Date(end.getTime() - 12 * HOUR_MS), timeZone);
}

/** How many seconds of a calendar day a window covers. */
export function overlapSeconds(window: RollingWindow, day: Day, timeZone: string): number {
  const bounds = dayBounds(day, timeZone);
  const start = Math.max(window.start.getTime(), bounds.start.getTime());
  const end = Math.min(window.end.getTime(), bounds.end.getTime());
  return Math.max(0, Math.round((end - start) / 1000));
}

/**
 * The day of the oldest 24 hours of a window. Sessions that no narrower window showed belong to it.
 */
export function oldestDayOfWindow(end: Date, numOfDays: NumOfDays, timeZone: string): Day {
  return reportingDay(oldest24Hours(end, numOfDays).end, timeZone);
}
