import { reportingDay } from '../calendar/rolling-window.ts';
import type { NumOfDays } from '../calendar/rolling-window.ts';
import type { Day } from '../calendar/day.ts';
import type { Breakdown } from '../segments/breakdown.ts';

export interface PlannedCall {
  numOfDays: NumOfDays;
  breakdown: Breakdown;
}

/** What is asked of Clarity every day, in order of value. */
export const dailyBreakdowns = [
  'total',
  'page_device',
  'device_source_medium',
] as const satisfies Breakdown[];

export interface PlanInput {
  now: Date;
  timeZone: string;
  /** Set when asked by hand: that window, whatever is stored already. */
  numOfDays?: NumOfDays | undefined;
  /** The format of the project's answers so far. */
  format: 'insights' | 'sessions' | null;
  /** Breakdowns already asked for the day, answered or refused. */
  isAsked: (day: Day, breakdown: Breakdown) => boolean;
}

/** The calls to make now. Session records come whole, so one call without dimensions says it all. */
export function planCalls({ now, timeZone, numOfDays, format, isAsked }: PlanInput): PlannedCall[] {
  const breakdowns: readonly Breakdown[] = format === 'sessions' ? ['total'] : dailyBreakdowns;
  const day = reportingDay(now, timeZone);
  return breakdowns
    .filter((breakdown) => numOfDays !== undefined || !isAsked(day, breakdown))
    .map((breakdown) => ({ numOfDays: numOfDays ?? 1, breakdown }));
}
