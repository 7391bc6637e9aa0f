import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import { oldest24Hours, overlapSeconds, rollingWindow } from '../calendar/rolling-window.ts';
import { isNews, newSeconds, WORTHWHILE_SECONDS } from '../coverage/new-seconds.ts';
import { MAX_APART_SECONDS } from '../coverage/window-pairs.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import { dailyBreakdowns } from './daily-plan.ts';
import type { AnsweredCall, HeldDay, PlanInput } from './plan-input.ts';
import { asked, dayOfCall, gives, isSettled, targetDay } from './plan-input.ts';
import type { PlannedCall } from './planned-call.ts';

/**
 * Plans the older days of one breakdown, the nearer first: the farther day is differenced with its window.
 */
export function fillGaps(
  wanted: Breakdown,
  input: PlanInput,
  {
    planned,
    add,
  }: { planned: readonly PlannedCall[]; add: (group: PlannedCall[], spare: number) => void },
): void {
  for (const numOfDays of [2, 3] as const) {
    const breakdown = asked(wanted, numOfDays, input);
    if (!isFillable(breakdown, numOfDays, input)) continue;
    const day = targetDay(input, numOfDays);
    const narrower = numOfDays === 2 ? 1 : 2;
    const narrowerCalls = input.answered.filter(
      (call) => gives(call, breakdown) && call.numOfDays === narrower,
    );
    const hasNarrower =
      planned.some((call) => call.breakdown === breakdown && call.numOfDays === narrower) ||
      narrowerCalls.some((call) => call.lacksMetrics !== true && isJustNow(call, input));
    if (!hasNarrower && narrowerCalls.some((call) => isGivenUp(call, input))) continue;
    // A known day is improved only if enough calls are left for the next newest day.
    const spare = heldDay(breakdown, day, input) === null ? 0 : dailyBreakdowns.length;
    const group: PlannedCall[] = [{ numOfDays, breakdown, reason: 'heal', day }];
    if (!hasNarrower)
      group.unshift({ numOfDays: narrower, breakdown, reason: 'narrow-window', day });
    add(group, spare);
  }
}

/**
 * Whether a wider window would tell more about an older day than is known: the day is missing, or estimated from
 * clearly less of it. Not when the same was already tried, and not where lists are cut off.
 */
function isFillable(breakdown: Breakdown, numOfDays: 2 | 3, input: PlanInput): boolean {
  const { now, timeZone, answered } = input;
  const day = targetDay(input, numOfDays);
  // Where clocks change, two windows can belong to one day: the newer covers more of it.
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
      isSettled(call, input) &&
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

/** What is known about a day in a breakdown. Pages by device count as known where pages alone are. */
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
      // Pages by device were cut off; pages alone may still fit.
      return breakdown === 'page';
  }
}

/** Whether Clarity left metrics out of this window twice, so that it cannot be differenced. */
function isGivenUp(call: AnsweredCall, input: PlanInput): boolean {
  const isOfNow = dayOfCall(call, input.timeZone) === targetDay(input, call.numOfDays);
  return call.lacksMetrics === true && isOfNow && isSettled(call, input);
}

/** Whether a wider response from now could be differenced with it. */
function isJustNow({ windowEnd }: AnsweredCall, { now }: PlanInput): boolean {
  return Math.abs(now.getTime() - windowEnd.getTime()) / 1000 <= MAX_APART_SECONDS;
}
