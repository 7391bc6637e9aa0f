import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import type { NumOfDays } from '../calendar/rolling-window.ts';
import {
  oldest24Hours,
  overlapSeconds,
  reportingDay,
  rollingWindow,
} from '../calendar/rolling-window.ts';
import { dayBounds } from '../calendar/time-zone.ts';
import type { DayState } from '../coverage/coverage.ts';
import {
  MAX_APART_SECONDS,
  isMostlyNews,
  isNews,
  newSeconds,
  WORTHWHILE_SECONDS,
} from '../coverage/resolve-days.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import type { ExtraBreakdown } from './daily-plan.ts';
import { dailyBreakdowns } from './daily-plan.ts';

/**
 * Why a call is made. newest-day: the day that the last 24 hours are mostly of. heal: an older day that
 * is missing, or an estimate that can be bettered. narrow-window: what a wider one is differenced with.
 * extra: a breakdown on top of the daily ones. by-hand: somebody asked for it.
 */
export type CallReason = 'newest-day' | 'heal' | 'narrow-window' | 'extra' | 'by-hand';

export interface PlannedCall {
  numOfDays: NumOfDays;
  breakdown: Breakdown;
  reason: CallReason;
  /** The reporting day that it is made for. */
  day: Day;
}

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

export interface CollectPlan {
  /** In order of value. */
  calls: PlannedCall[];
  /** Worth making, but not within today's calls. */
  postponed: PlannedCall[];
}

/** After an answer by page and device was cut, pages are asked alone for so many days. */
const PAGES_ALONE_DAYS = 7;

/**
 * The calls to make now, in order of value: the newest day in each daily breakdown; older days that are
 * missing and that Clarity still has; the extra breakdowns, and their older days. Calls that are of use
 * only together are planned together or not at all.
 */
export function planCalls(given: PlanInput): CollectPlan {
  const { now, timeZone, failing = new Set() } = given;
  // A clock that was ahead has dated answers that are not of their time.
  const input: PlanInput = {
    ...given,
    answered: given.answered.filter(({ windowEnd }) => windowEnd <= now),
  };
  const whole: readonly Breakdown[] = input.format === 'sessions' ? ['total'] : dailyBreakdowns;
  const daily = [
    ...whole.filter((breakdown) => !failing.has(breakdown)),
    ...whole.filter((breakdown) => failing.has(breakdown)),
  ];
  if (input.numOfDays !== undefined) return planByHand(daily, input.numOfDays, input);
  const extras = input.format === 'sessions' ? [] : input.extras;
  const plan: CollectPlan = { calls: [], postponed: [] };
  const room = (): number => input.callsLeft - input.reserve - plan.calls.length;
  const add = (group: readonly PlannedCall[], spare = 0): void => {
    (group.length + spare <= room() ? plan.calls : plan.postponed).push(...group);
  };
  const newest = daily.flatMap((breakdown) => newestDay(breakdown, 'newest-day', input));
  const hasEnded = now >= dayBounds(targetDay(input, 1), timeZone).end;
  // A day that lasts is asked for again tomorrow: half of its breakdowns would be of no use.
  if (hasEnded || newest.length <= room()) for (const call of newest) add([call]);
  else plan.postponed.push(...newest);
  for (const breakdown of daily) heal(breakdown, input, { planned: plan.calls, add });
  for (const breakdown of extras) add(newestDay(breakdown, 'extra', input));
  for (const breakdown of extras) heal(breakdown, input, { planned: plan.calls, add });
  return plan;
}

/** Somebody who asks for a window by hand may have the reserve as well. */
function planByHand(
  daily: readonly Breakdown[],
  numOfDays: NumOfDays,
  input: PlanInput,
): CollectPlan {
  const calls = daily.map((breakdown): PlannedCall => ({
    numOfDays,
    breakdown,
    reason: 'by-hand',
    day: targetDay(input, numOfDays),
  }));
  const fitting = Math.max(0, input.callsLeft);
  return { calls: calls.slice(0, fitting), postponed: calls.slice(fitting) };
}

function newestDay(wanted: Breakdown, reason: CallReason, input: PlanInput): PlannedCall[] {
  const breakdown = asked(wanted, 1, input);
  if (!isNewestDayNeeded(breakdown, input)) return [];
  return [{ numOfDays: 1, breakdown, reason, day: targetDay(input, 1) }];
}

/**
 * What to ask for. An answer by page and device that was cut says little, so pages are asked alone then,
 * which have fewer rows; a week later both are tried again.
 */
function asked(wanted: Breakdown, numOfDays: NumOfDays, { answered, now }: PlanInput): Breakdown {
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
function gives(call: AnsweredCall, breakdown: Breakdown): boolean {
  if (call.breakdown === breakdown) return true;
  return breakdown === 'page' && call.breakdown === 'page_device' && !call.truncated;
}

/**
 * A day is asked for once while it lasts, and once more after it has ended, if a window now tells clearly
 * more of it. While it lasts it is left alone when most of the window is counted on the day before:
 * tomorrow's tells more and shares nothing. Session records may share hours, because each is stored once.
 */
function isNewestDayNeeded(
  breakdown: Breakdown,
  { now, timeZone, format, answered }: PlanInput,
): boolean {
  const day = reportingDay(now, timeZone);
  const windows = answered
    .filter((call) => call.numOfDays === 1 && gives(call, breakdown))
    .map((call) => windowOf(call.windowEnd, timeZone));
  const [before] = windows
    .filter((window) => window.day === addDays(day, -1))
    .toSorted((a, b) => b.overlapSeconds - a.overlapSeconds);
  const endBefore = before?.windowEnd ?? null;
  const known = windows
    .filter((window) => window.day === day)
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

/**
 * The older days of one breakdown, the nearer first: its window is also what the farther one is
 * differenced with.
 */
function heal(
  wanted: Breakdown,
  input: PlanInput,
  {
    planned,
    add,
  }: { planned: readonly PlannedCall[]; add: (group: PlannedCall[], spare: number) => void },
): void {
  for (const numOfDays of [2, 3] as const) {
    const breakdown = asked(wanted, numOfDays, input);
    if (!isHealable(breakdown, numOfDays, input)) continue;
    const day = targetDay(input, numOfDays);
    const narrower = numOfDays === 2 ? 1 : 2;
    const hasNarrower =
      planned.some((call) => call.breakdown === breakdown && call.numOfDays === narrower) ||
      input.answered.some(
        (call) => gives(call, breakdown) && call.numOfDays === narrower && isJustNow(call, input),
      );
    // What is known already is bettered only where enough is left for the next newest day.
    const spare = heldDay(breakdown, day, input) === null ? 0 : dailyBreakdowns.length;
    const group: PlannedCall[] = [{ numOfDays, breakdown, reason: 'heal', day }];
    if (!hasNarrower)
      group.unshift({ numOfDays: narrower, breakdown, reason: 'narrow-window', day });
    add(group, spare);
  }
}

/**
 * Whether a wider window would tell more of an older day than is known: it is missing, or an estimate of
 * clearly less of it. Not when the same was tried already, and not where lists are cut.
 */
function isHealable(breakdown: Breakdown, numOfDays: 2 | 3, input: PlanInput): boolean {
  const { now, timeZone, answered } = input;
  const day = targetDay(input, numOfDays);
  // Two windows of one day, where the clocks are changed: the newer one has more of it.
  if (day === targetDay(input, numOfDays === 2 ? 1 : 2)) return false;
  const window = oldest24Hours(now, numOfDays);
  const endBefore = heldDay(breakdown, addDays(day, -1), input)?.windowEnd ?? null;
  if (!isNews(window.end, endBefore)) return false;
  const told = (windowEnd: Date): number =>
    newSeconds(
      { overlapSeconds: overlapSeconds(rollingWindow(windowEnd, 1), day, timeZone), windowEnd },
      endBefore,
    );
  if (!isImprovable(breakdown, { day, told: told(window.end), endBefore, input })) return false;
  const asAnswered = answered.filter((call) => gives(call, breakdown));
  const isTried = asAnswered.some(
    (call) =>
      call.numOfDays === numOfDays &&
      told(window.end) - told(oldest24Hours(call.windowEnd, numOfDays).end) < WORTHWHILE_SECONDS,
  );
  const isCut = asAnswered.some(
    (call) =>
      call.truncated &&
      call.numOfDays <= numOfDays &&
      now.getTime() - call.windowEnd.getTime() < 86_400_000,
  );
  return !isTried && !isCut;
}

/** What is known of a day in a breakdown; pages are known where they are known alone. */
function heldDay(breakdown: Breakdown, day: Day, { held }: PlanInput): HeldDay | null {
  return held(breakdown, day) ?? (breakdown === 'page_device' ? held('page', day) : null);
}

function isImprovable(
  breakdown: Breakdown,
  {
    day,
    told,
    endBefore,
    input,
  }: { day: Day; told: number; endBefore: Date | null; input: PlanInput },
): boolean {
  const holder = heldDay(breakdown, day, input);
  switch (holder?.state) {
    case undefined:
    case 'missing':
      return true;
    case 'complete':
      return false;
    case 'estimated':
      return told - newSeconds(holder, endBefore) >= WORTHWHILE_SECONDS;
    case 'truncated':
      // Pages by device were cut; pages alone are another question.
      return breakdown === 'page';
  }
}

/** Whether a wider answer of now could be differenced with it. */
function isJustNow({ windowEnd }: AnsweredCall, { now }: PlanInput): boolean {
  return Math.abs(now.getTime() - windowEnd.getTime()) / 1000 <= MAX_APART_SECONDS;
}

/** The day that the oldest 24 hours of a window of now are mostly of. */
function targetDay({ now, timeZone }: PlanInput, numOfDays: NumOfDays): Day {
  return reportingDay(oldest24Hours(now, numOfDays).end, timeZone);
}
