import { addDays } from '../calendar/day.ts';
import type { NumOfDays } from '../calendar/rolling-window.ts';
import { overlapSeconds, reportingDay, rollingWindow } from '../calendar/rolling-window.ts';
import { dayBounds } from '../calendar/time-zone.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import { dailyBreakdowns } from './daily-plan.ts';

/**
 * Two one-day windows that share more than this would count the same visits on two days. Less is the
 * jitter of a daily job.
 */
export const MAX_SHARED_SECONDS = 3 * 3600;

/** A window that covers less than this more of a day is not worth a call. */
const WORTHWHILE_SECONDS = 3600;

export interface PlannedCall {
  numOfDays: NumOfDays;
  breakdown: Breakdown;
}

export interface PlanInput {
  now: Date;
  timeZone: string;
  /** Set when a window is asked for by hand, whatever is known. */
  numOfDays?: NumOfDays | undefined;
  /** The format of the project's answers so far. */
  format: 'insights' | 'sessions' | null;
  /** The one-day windows that Clarity has answered lately, counted or refused. */
  answered: readonly { breakdown: Breakdown; windowEnd: Date }[];
}

/** The calls to make now. Session records come whole, so one call without dimensions says it all. */
export function planCalls(input: PlanInput): PlannedCall[] {
  const breakdowns: readonly Breakdown[] =
    input.format === 'sessions' ? ['total'] : dailyBreakdowns;
  return breakdowns
    .filter((breakdown) => input.numOfDays !== undefined || isNeeded(breakdown, input))
    .map((breakdown) => ({ numOfDays: input.numOfDays ?? 1, breakdown }));
}

/**
 * A day is asked for once while it lasts, and once more after it has ended, if a window now covers
 * clearly more of it. While it lasts it is left alone when the window would share its hours with the
 * one that the day before has: tomorrow's covers it better and shares nothing. Session records may
 * share hours, because each is stored once.
 */
function isNeeded(breakdown: Breakdown, { now, timeZone, format, answered }: PlanInput): boolean {
  const day = reportingDay(now, timeZone);
  const window = rollingWindow(now, 1);
  const ends = answered
    .filter((call) => call.breakdown === breakdown)
    .map(({ windowEnd }) => windowEnd);
  const overlaps = ends
    .filter((end) => reportingDay(end, timeZone) === day)
    .map((end) => overlapSeconds(rollingWindow(end, 1), day, timeZone));
  const hasEnded = now >= dayBounds(day, timeZone).end;
  if (overlaps.length > 0) {
    const gained = overlapSeconds(window, day, timeZone) - Math.max(...overlaps);
    return hasEnded && gained >= WORTHWHILE_SECONDS;
  }
  const dayBefore = addDays(day, -1);
  const shared = ends
    .filter((end) => reportingDay(end, timeZone) === dayBefore)
    .map((end) => (end.getTime() - window.start.getTime()) / 1000);
  return hasEnded || format === 'sessions' || Math.max(0, ...shared) <= MAX_SHARED_SECONDS;
}
