import type { Breakdown } from '@clarity-keep/core';
import type { CoverageRow } from '../asking/answers.ts';

export type KnownDay = Pick<CoverageRow, 'day' | 'state'>;

export interface AlikeBreakdowns {
  breakdowns: Breakdown[];
  days: KnownDay[];
}

/**
 * The rows of a coverage calendar as one list of days per breakdown, in the order they came; breakdowns
 * with the same states on every day share one.
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
