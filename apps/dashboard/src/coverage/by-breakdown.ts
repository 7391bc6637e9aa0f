import type { Breakdown, DayState } from '@clarity-keep/core';

export interface KnownDay {
  day: string;
  state: DayState;
}

/** The rows of a coverage calendar as one list of days per breakdown, in the order they came. */
export function byBreakdown(
  rows: readonly (KnownDay & { breakdown: Breakdown })[],
): { breakdown: Breakdown; days: KnownDay[] }[] {
  const lists = new Map<Breakdown, KnownDay[]>();
  for (const { breakdown, day, state } of rows) {
    const list = lists.get(breakdown);
    if (list === undefined) lists.set(breakdown, [{ day, state }]);
    else list.push({ day, state });
  }
  return [...lists].map(([breakdown, days]) => ({ breakdown, days }));
}
