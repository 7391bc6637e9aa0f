import { addDays } from '../calendar/day.ts';
import { overlapSeconds, reportingDay, rollingWindow } from '../calendar/rolling-window.ts';
import { dayBounds } from '../calendar/time-zone.ts';
import { isMostlyNews, newSeconds, WORTHWHILE_SECONDS } from '../coverage/new-seconds.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import type { PlanInput } from './plan-input.ts';
import { asked, gives, isSettled, targetDay } from './plan-input.ts';
import type { CallReason, PlannedCall } from './planned-call.ts';

/** The call for the newest day in a breakdown; none where it would tell nothing new. */
export function newestDay(wanted: Breakdown, reason: CallReason, input: PlanInput): PlannedCall[] {
  const breakdown = asked(wanted, 1, input);
  if (!isNewestDayNeeded(breakdown, input)) return [];
  return [{ numOfDays: 1, breakdown, reason, day: targetDay(input, 1) }];
}

/**
 * A day is collected once while it lasts, and once more after it has ended if a window then covers clearly more of
 * it. While it lasts it is skipped when most of the window counts towards the day before: tomorrow's window covers
 * more and overlaps nothing. Session records may overlap, because each is stored once.
 */
function isNewestDayNeeded(breakdown: Breakdown, input: PlanInput): boolean {
  const { now, timeZone, format, answered } = input;
  const day = reportingDay(now, timeZone);
  const windows = answered
    .filter((call) => call.numOfDays === 1 && gives(call, breakdown))
    .map((call) => ({ ...windowOf(call.windowEnd, timeZone), isSettled: isSettled(call, input) }));
  const [before] = windows
    .filter((window) => window.day === addDays(day, -1))
    .toSorted((a, b) => b.overlapSeconds - a.overlapSeconds);
  const endBefore = before?.windowEnd ?? null;
  const known = windows
    .filter((window) => window.day === day && window.isSettled)
    .map((window) => newSeconds(window, endBefore));
  const hasEnded = now >= dayBounds(day, timeZone).end;
  if (known.length > 0) {
    const gained = newSeconds(windowOf(now, timeZone), endBefore) - Math.max(...known);
    return hasEnded && gained >= WORTHWHILE_SECONDS;
  }
  return hasEnded || format === 'sessions' || isMostlyNews(now, endBefore);
}

function windowOf(windowEnd: Date, timeZone: string) {
  const day = reportingDay(windowEnd, timeZone);
  return {
    day,
    windowEnd,
    overlapSeconds: overlapSeconds(rollingWindow(windowEnd, 1), day, timeZone),
  };
}
