import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import type { NumOfDays, RollingWindow } from '../calendar/rolling-window.ts';
import {
  overlapSeconds,
  reportingDay,
  rollingWindow,
  oldest24Hours,
} from '../calendar/rolling-window.ts';
import type { DayState } from './coverage.ts';

/** One archived answer, as far as it is of one breakdown. */
export interface AnsweredWindow {
  callId: number;
  numOfDays: NumOfDays;
  windowEnd: Date;
  truncated: boolean;
}

/** Two answers whose difference is a day. */
export interface WindowPair {
  wide: AnsweredWindow;
  narrow: AnsweredWindow;
}

/** Where the facts of a day come from. */
export interface DaySource {
  day: Day;
  state: Exclude<DayState, 'missing'>;
  method: 'direct' | 'differenced';
  callId: number;
  /** What is taken from it, when differenced. */
  subtractedCallId: number | null;
  /** Seconds of the calendar day that the window covers. */
  overlapSeconds: number;
  /** End of the 24 hours that are counted. */
  windowEnd: Date;
}

/**
 * Answers further apart than this are not differenced: what happened between them would be counted as
 * if it had been a day earlier.
 */
export const MAX_APART_SECONDS = 15 * 60;

/**
 * Two one-day windows that share more than this would count the same visits on two days. Less is the
 * jitter of a daily job.
 */
const MAX_SHARED_SECONDS = 3 * 3600;

/** A window has to cover so much more of a day to be worth a call, or to be worth an estimate. */
export const WORTHWHILE_SECONDS = 3600;

/**
 * Which answer each day's facts come from, of all answers of one breakdown: a function of the archive
 * alone, whatever order the answers were read in. An answer that was cut loses against one that was
 * not; then the window wins that covers more of the day and is not counted on the day before, a
 * differenced one only when it covers clearly more than a direct one; then the later one. A window that
 * is nearly all counted on the day before has no day.
 *
 * `refused` are pairs whose difference turned out to be impossible, by `pairKey`.
 */
export function resolveDays(
  windows: readonly AnsweredWindow[],
  { timeZone, refused = new Set() }: { timeZone: string; refused?: ReadonlySet<string> },
): Map<Day, DaySource> {
  const candidates = [
    ...windows.filter(({ numOfDays }) => numOfDays === 1).map((window) => direct(window, timeZone)),
    ...windowPairs(windows)
      .filter(({ wide, narrow }) => !refused.has(pairKey(wide.callId, narrow.callId)))
      .map((pair) => differenced(pair, timeZone)),
  ];
  const byDay = Map.groupBy(candidates, ({ day }) => day);
  const sources = new Map<Day, DaySource>();
  for (const day of [...byDay.keys()].toSorted()) {
    const before = sources.get(addDays(day, -1))?.windowEnd ?? null;
    const [best] = (byDay.get(day) ?? [])
      .filter(({ windowEnd }) => isNews(windowEnd, before))
      .toSorted((a, b) => compare(b, a, before));
    if (best !== undefined) sources.set(day, withState(best, before));
  }
  return sources;
}

/**
 * Seconds that a one-day window tells of its day: those it covers, less those that are counted on the
 * day before, when these are more than the jitter of a daily job.
 */
export function newSeconds(
  { overlapSeconds: overlap, windowEnd }: { overlapSeconds: number; windowEnd: Date },
  endBefore: Date | null,
): number {
  const shared = sharedSeconds(windowEnd, endBefore);
  return shared > MAX_SHARED_SECONDS ? overlap - shared : overlap;
}

const HOUR_SECONDS = 3600;

/**
 * Whether enough of the one-day window ending at `end` is not counted on the day before to count it at
 * all: a quarter of a day. It is an estimate then, until a window comes that shares less.
 */
export function isNews(end: Date, endBefore: Date | null): boolean {
  return sharedSeconds(end, endBefore) <= 18 * HOUR_SECONDS;
}

/** Whether most of the one-day window ending at `end` is not counted on the day before. */
export function isMostlyNews(end: Date, endBefore: Date | null): boolean {
  return sharedSeconds(end, endBefore) <= 12 * HOUR_SECONDS;
}

/** Seconds that the one-day window ending at `end` shares with the one that the day before has. */
function sharedSeconds(end: Date, endBefore: Date | null): number {
  if (endBefore === null) return 0;
  const { start } = rollingWindow(end, 1);
  return Math.max(0, (endBefore.getTime() - start.getTime()) / 1000);
}

/** What a pair is called, by the ids of its two answers. */
export function pairKey(wideCallId: number, narrowCallId: number): string {
  return `${wideCallId}-${narrowCallId}`;
}

/**
 * Each wider answer with the one a day narrower that was made nearest to it. Never when one of the two
 * was cut: what is missing of one would pass for a difference.
 */
export function windowPairs(windows: readonly AnsweredWindow[]): WindowPair[] {
  const slots = Map.groupBy(windows, ({ windowEnd }) => slotOf(windowEnd));
  return windows.flatMap((wide) => {
    if (wide.truncated) return [];
    const slot = slotOf(wide.windowEnd);
    const [narrow] = [slot - 1, slot, slot + 1]
      .flatMap((near) => slots.get(near) ?? [])
      .filter((other) => other.numOfDays === wide.numOfDays - 1)
      .filter((other) => secondsApart(wide, other) <= MAX_APART_SECONDS)
      .toSorted((a, b) => secondsApart(wide, a) - secondsApart(wide, b) || b.callId - a.callId);
    return narrow === undefined || narrow.truncated ? [] : [{ wide, narrow }];
  });
}

/** Two answers that are near enough are in the same quarter of an hour, or in neighbouring ones. */
function slotOf(windowEnd: Date): number {
  return Math.floor(windowEnd.getTime() / (MAX_APART_SECONDS * 1000));
}

/** The 24 hours that the difference of a pair is of, by the wider one. */
export function differencedWindow({ wide }: WindowPair): RollingWindow {
  return oldest24Hours(wide.windowEnd, wide.numOfDays);
}

function secondsApart(a: AnsweredWindow, b: AnsweredWindow): number {
  return Math.abs(a.windowEnd.getTime() - b.windowEnd.getTime()) / 1000;
}

interface Candidate extends Omit<DaySource, 'state'> {
  truncated: boolean;
}

function direct({ callId, windowEnd, truncated }: AnsweredWindow, timeZone: string): Candidate {
  const day = reportingDay(windowEnd, timeZone);
  return {
    day,
    method: 'direct',
    callId,
    subtractedCallId: null,
    overlapSeconds: overlapSeconds(rollingWindow(windowEnd, 1), day, timeZone),
    windowEnd,
    truncated,
  };
}

function differenced(pair: WindowPair, timeZone: string): Candidate {
  const window = differencedWindow(pair);
  const day = reportingDay(window.end, timeZone);
  return {
    day,
    method: 'differenced',
    callId: pair.wide.callId,
    subtractedCallId: pair.narrow.callId,
    overlapSeconds: overlapSeconds(window, day, timeZone),
    windowEnd: window.end,
    truncated: false,
  };
}

/** Above zero when `a` is the better source, next to the window that the day before has. */
function compare(a: Candidate, b: Candidate, before: Date | null): number {
  if (a.truncated !== b.truncated) return a.truncated ? -1 : 1;
  return (
    worth(a, before) - worth(b, before) ||
    a.windowEnd.getTime() - b.windowEnd.getTime() ||
    a.callId - b.callId
  );
}

function worth(candidate: Candidate, before: Date | null): number {
  const seconds = newSeconds(candidate, before);
  return candidate.method === 'direct' ? seconds + WORTHWHILE_SECONDS : seconds;
}

function withState({ truncated, ...source }: Candidate, before: Date | null): DaySource {
  const isShared = sharedSeconds(source.windowEnd, before) > MAX_SHARED_SECONDS;
  const isEstimate = source.method === 'differenced' || isShared;
  return { ...source, state: truncated ? 'truncated' : isEstimate ? 'estimated' : 'complete' };
}
