import type { Breakdown, DayState } from '@clarity-keep/core';

export interface KnownDay {
  day: string;
  state: DayState;
}

export interface AlikeBreakdowns {
  breakdowns: Breakdown[];
  days: KnownDay[];
}

/**
 * The rows of a coverage calendar as one list of days per breakdown, in the order they came; breakdowns
 * of which the same is known on every day share one.
 */
export function alikeBreakdowns(
  rows: readonly (KnownDay & { breakdown: Breakdown })[],
): AlikeBreakdowns[] {
  const groups = new Map<string, AlikeBreakdowns>();
  for (const [breakdown, own] of Map.groupBy(rows, (row) => row.breakdown)) {
    const days = own.map(({ day, state }) => ({ day, state }));
    const key = days.map(({ day, state }) => `${day} ${state}`).join(',');
    const alike = groups.get(key);
    if (alike === undefined) groups.set(key, { breakdowns: [breakdown], days });
    else alike.breakdowns.push(breakdown);
  }
  return [...groups.values()];
}
