import type { NumOfDays, RollingWindow } from '../calendar/rolling-window.ts';
import { oldest24Hours } from '../calendar/rolling-window.ts';

/** One stored response, as far as it gives facts of one breakdown. */
export interface AnsweredWindow {
  callId: number;
  numOfDays: NumOfDays;
  windowEnd: Date;
  truncated: boolean;
}

/** Two responses whose difference is a day. */
export interface WindowPair {
  wide: AnsweredWindow;
  narrow: AnsweredWindow;
}

/**
 * Responses further apart than this are never differenced: what happened between the two calls would
 * be counted a day too early.
 */
export const MAX_APART_SECONDS = 15 * 60;

/**
 * Pairs each wider response with the nearest one that is a day narrower. A response that was cut off is
 * never paired: the rows it lacks would pass for a difference.
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

/** The 24 hours that the difference of a pair covers. */
export function differencedWindow({ wide }: WindowPair): RollingWindow {
  return oldest24Hours(wide.windowEnd, wide.numOfDays);
}

/** Identifies a pair by the ids of its two calls. */
export function pairKey(wideCallId: number, narrowCallId: number): string {
  return `${wideCallId}-${narrowCallId}`;
}

/** Responses that are near enough lie in the same quarter of an hour, or in neighbouring ones. */
function slotOf(windowEnd: Date): number {
  return Math.floor(windowEnd.getTime() / (MAX_APART_SECONDS * 1000));
}

function secondsApart(a: AnsweredWindow, b: AnsweredWindow): number {
  return Math.abs(a.windowEnd.getTime() - b.windowEnd.getTime()) / 1000;
}
