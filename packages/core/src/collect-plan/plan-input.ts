import type { Day } from '../calendar/day.ts';
import type { NumOfDays } from '../calendar/rolling-window.ts';
import { oldest24Hours, reportingDay } from '../calendar/rolling-window.ts';
import type { DayState } from '../coverage/coverage.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import type { ExtraBreakdown } from './daily-plan.ts';

/** A call that Clarity has answered, counted or not. */
export interface AnsweredCall {
  /** What was asked for. */
  breakdown: Breakdown;
  numOfDays: NumOfDays;
  windowEnd: Date;
  truncated: boolean;
}

/** What is known of a day. */
export interface HeldDay {
  state: DayState;
  overlapSeconds: number;
  /** End of the 24 hours that are counted. */
  windowEnd: Date;
}

export interface PlanInput {
  now: Date;
  timeZone: string;
  /** Set when a window is asked for by hand, whatever is known. */
  numOfDays?: NumOfDays | undefined;
  /** The format of the project's answers so far. */
  format: 'insights' | 'sessions' | null;
  extras: readonly ExtraBreakdown[];
  /** Calls that Clarity still answers on this UTC day. */
  callsLeft: number;
  /** Calls that the plan leaves alone. */
  reserve: number;
  /** The answers of the last eight days. */
  answered: readonly AnsweredCall[];
  /** Breakdowns that failed lately: they come last, so that one that always fails keeps none from others. */
  failing?: ReadonlySet<Breakdown>;
  held: (breakdown: Breakdown, day: Day) => HeldDay | null;
}

/** After an answer by page and device was cut, pages are asked alone for so many days. */
const PAGES_ALONE_DAYS = 7;

/**
 * What to ask for. An answer by page and device that was cut says little, so pages are asked alone then,
 * which have fewer rows; a week later both are tried again.
 */
export function asked(
  wanted: Breakdown,
  numOfDays: NumOfDays,
  { answered, now }: PlanInput,
): Breakdown {
  if (wanted !== 'page_device') return wanted;
  const since = now.getTime() - PAGES_ALONE_DAYS * 86_400_000;
  const isCut = answered.some(
    (call) =>
      call.breakdown === wanted &&
      call.truncated &&
      call.numOfDays <= numOfDays &&
      call.windowEnd.getTime() > since,
  );
  return isCut ? 'page' : wanted;
}

/** Whether an answer has what a breakdown would be asked for: pages add up from pages by device. */
export function gives(call: AnsweredCall, breakdown: Breakdown): boolean {
  if (call.breakdown === breakdown) return true;
  return breakdown === 'page' && call.breakdown === 'page_device' && !call.truncated;
}

/** The day that the oldest 24 hours of a window of now are mostly of. */
export function targetDay({ now, timeZone }: PlanInput, numOfDays: NumOfDays): Day {
  return reportingDay(oldest24Hours(now, numOfDays).end, timeZone);
}
