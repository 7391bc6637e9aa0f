import type { Day } from '../calendar/day.ts';
import { rollingWindow } from '../calendar/rolling-window.ts';
import { dayBounds } from '../calendar/time-zone.ts';

const HOUR_SECONDS = 3600;

/** A window must cover this much more of a day to be worth a call, or to be worth an estimate. */
export const WORTHWHILE_SECONDS = HOUR_SECONDS;

/** A complete day lacks at most these of its hours: those of a job that runs at ten in the morning. */
const MAX_MISSED_SECONDS = 10 * HOUR_SECONDS;

/** The jitter of a daily job. Windows that share more would count the same visits on two days. */
const MAX_SHARED_SECONDS = 3 * HOUR_SECONDS;

/**
 * The seconds of its day that a one-day window adds: those it covers, minus those already counted on the
 * day before if these are more than the jitter of a daily job.
 */
export function newSeconds(
  { overlapSeconds: overlap, windowEnd }: { overlapSeconds: number; windowEnd: Date },
  endBefore: Date | null,
): number {
  return sharesHours(windowEnd, endBefore)
    ? overlap - sharedSeconds(windowEnd, endBefore)
    : overlap;
}

/** Whether a one-day window covers so much of its calendar day that the day counts as known. */
export function coversDay(overlap: number, day: Day, timeZone: string): boolean {
  const { start, end } = dayBounds(day, timeZone);
  // Where clocks are put back a day is longer than its window.
  const seconds = Math.min(24 * HOUR_SECONDS, (end.getTime() - start.getTime()) / 1000);
  return overlap >= seconds - MAX_MISSED_SECONDS;
}

/** Whether a one-day window shares more hours with the day before than the jitter of a daily job. */
export function sharesHours(end: Date, endBefore: Date | null): boolean {
  return sharedSeconds(end, endBefore) > MAX_SHARED_SECONDS;
}

/**
 * Whether at least six hours of the one-day window ending at `end` are not counted on the day before:
 * with less, the window has no day at all.
 */
export function isNews(end: Date, endBefore: Date | null): boolean {
  return sharedSeconds(end, endBefore) <= 18 * HOUR_SECONDS;
}

/** Whether at least half of the one-day window ending at `end` is not counted on the day before. */
export function isMostlyNews(end: Date, endBefore: Date | null): boolean {
  return sharedSeconds(end, endBefore) <= 12 * HOUR_SECONDS;
}

/** Seconds that the one-day window ending at `end` shares with the one counted on the day before. */
function sharedSeconds(end: Date, endBefore: Date | null): number {
  if (endBefore === null) return 0;
  const { start } = rollingWindow(end, 1);
  return Math.max(0, (endBefore.getTime() - start.getTime()) / 1000);
}
