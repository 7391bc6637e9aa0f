import type { NumOfDays } from '../calendar/rolling-window.ts';
import { dayBounds } from '../calendar/time-zone.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import { dailyBreakdowns } from './daily-plan.ts';
import { fillGaps } from './fill-gaps.ts';
import { newestDay } from './newest-day.ts';
import type { PlanInput } from './plan-input.ts';
import { targetDay } from './plan-input.ts';
import type { PlannedCall } from './planned-call.ts';

export interface CollectPlan {
  /** In order of value. */
  calls: PlannedCall[];
  /** Worth making, but not within the calls that are left. */
  postponed: PlannedCall[];
}

/**
 * The calls to make now, in order of value: the newest day in each daily breakdown; older days that are
 * missing and that Clarity still has; the extra breakdowns, and their older days. Calls that are of use
 * only together are planned together or not at all.
 */
export function planCalls(given: PlanInput): CollectPlan {
  const { now, timeZone, failing = new Set() } = given;
  // A clock that was ahead has dated responses in the future.
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
  // A day that is not over is collected again tomorrow: half of its breakdowns would be of no use.
  if (hasEnded || newest.length <= room()) for (const call of newest) add([call]);
  else plan.postponed.push(...newest);
  for (const breakdown of daily) fillGaps(breakdown, input, { planned: plan.calls, add });
  // A run that catches up leaves the next one its daily calls: otherwise every other run would find none.
  const spare = plan.calls.some(({ reason }) => reason === 'heal') ? daily.length : 0;
  const addExtra = (group: readonly PlannedCall[], more = 0): void =>
    add(group, Math.max(spare, more));
  for (const breakdown of extras) addExtra(newestDay(breakdown, 'extra', input));
  for (const breakdown of extras) {
    fillGaps(breakdown, input, {
      planned: plan.calls,
      add: (group) => addExtra(group, daily.length),
    });
  }
  return { calls: plan.calls, postponed: withoutRepeats(plan.postponed) };
}

/** Each call once, for its first reason: two gaps may need the same narrower window. */
function withoutRepeats(calls: readonly PlannedCall[]): PlannedCall[] {
  return [...Map.groupBy(calls, keyOf).values()].flatMap(([first]) => first ?? []);
}

function keyOf({ numOfDays, breakdown }: PlannedCall): string {
  return `${numOfDays} ${breakdown}`;
}

/** A window requested by hand may use the reserve as well. */
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
