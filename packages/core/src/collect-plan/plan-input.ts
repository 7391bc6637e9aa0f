import type { Day } from '../calendar/day.ts';
import type { NumOfDays } from '../calendar/rolling-window.ts';
import { oldest24Hours, reportingDay } from '../calendar/rolling-window.ts';
import type { DayState } from '../coverage/coverage.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import type { ExtraBreakdown } from './daily-plan.ts';

/** A call that Clarity answered, whether or not its response is in use. */
export interface AnsweredCall {
  /** The breakdown of the call. */
  breakdown: Breakdown;
  numOfDays: NumOfDays;
  windowEnd: Date;
  truncated: boolean;
  /** Clarity left metrics out of the response. */
  lacksMetrics?: boolean;
}

/** What is known about a day. */
export interface HeldDay {
  state: DayState;
  overlapSeconds: number;
  /** The end of the 24 hours that are counted. */
  windowEnd: Date;
}

export interface PlanInput {
  now: Date;
  timeZone: string;
  /** Set when a window is requested by hand, whatever is known. */
  numOfDays?: NumOfDays | undefined;
  /** The format of the project's responses so far. */
  format: 'insights' | 'sessions' | null;
  extras: readonly ExtraBreakdown[];
  /** Calls that are free now. */
  callsLeft: number;
  /** Calls that the plan keeps in reserve. */
  reserve: number;
  /** The answered calls of the last eight days. */
  answered: readonly AnsweredCall[];
  /** Breakdowns that failed recently. They come last, so that a permanent failure costs no other breakdown a call. */
  failing?: ReadonlySet<Breakdown>;
  held: (breakdown: Breakdown, day: Day) => HeldDay | null;
}

/** For this many days after a response by page and device was cut off, pages are collected alone. */
const PAGES_ALONE_DAYS = 7;

/**
 * The breakdown to call for. A cut-off response by page and device says little, so pages are then collected alone,
 * which takes fewer rows; a week later both are tried again.
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

/** Whether a response contains a breakdown: pages add up from pages by device. */
export function gives(call: AnsweredCall, breakdown: Breakdown): boolean {
  if (call.breakdown === breakdown) return true;
  return breakdown === 'page' && call.breakdown === 'page_device' && !call.truncated;
}

/**
 * Whether a call need not be repeated. One whose response lacks metrics is, once for the same day: what Clarity
 * leaves out twice it may never send.
 */
export function isSettled(call: AnsweredCall, { answered, timeZone }: PlanInput): boolean {
  if (call.lacksMetrics !== true) return true;
  const { breakdown, numOfDays } = call;
  const day = dayOfCall(call, timeZone);
  const attempts = answered.filter(
    (other) =>
      other.lacksMetrics === true &&
      other.breakdown === breakdown &&
      other.numOfDays === numOfDays &&
      dayOfCall(other, timeZone) === day,
  );
  return attempts.length > 1;
}

/** The day that the oldest 24 hours of the window of a call mostly cover. */
export function dayOfCall(
  { windowEnd, numOfDays }: Pick<AnsweredCall, 'windowEnd' | 'numOfDays'>,
  timeZone: string,
): Day {
  return reportingDay(oldest24Hours(windowEnd, numOfDays).end, timeZone);
}

/** The day that the oldest 24 hours of a window ending now mostly cover. */
export function targetDay({ now, timeZone }: PlanInput, numOfDays: NumOfDays): Day {
  return dayOfCall({ windowEnd: now, numOfDays }, timeZone);
}
