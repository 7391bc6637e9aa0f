import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import { oldest24Hours, overlapSeconds, rollingWindow } from '../calendar/rolling-window.ts';
import { isNews, newSeconds, WORTHWHILE_SECONDS } from '../coverage/new-seconds.ts';
import { MAX_APART_SECONDS } from '../coverage/window-pairs.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import { dailyBreakdowns } from './daily-plan.ts';
import type { AnsweredCall, HeldDay, PlanInput } from './plan-input.ts';
import { asked, gives, targetDay } from './plan-input.ts';
import type { PlannedCall } from './planned-call.ts';

/**
 * The older days of one breakdown, the nearer first: its window is also what the farther one is
 * differenced with.
 */
export function healDays(
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
