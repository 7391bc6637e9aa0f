import type { Coverage, DayState } from '@clarity-keep/core';

/** The part that all answers about days share. */
export interface Frame {
  window: { from: string; to: string; days: number; timeZone: string };
  coverage: Coverage;
}

/** What is known of the days, best first. */
export const statesShown = [
  'complete',
  'estimated',
  'truncated',
  'missing',
] as const satisfies readonly DayState[];

/** The states in words: what they mean stands in the legend. */
export const stateNames: Record<DayState, { name: string; meaning: string }> = {
  complete: { name: 'complete', meaning: 'a whole day, as Clarity gave it' },
  estimated: { name: 'estimated', meaning: 'worked out from overlapping windows' },
  truncated: { name: 'truncated', meaning: 'cut by Clarity at its limit of rows' },
  missing: { name: 'missing', meaning: 'not collected: unknown, not zero' },
};

/** Whether no day of the window is known at all. */
export function isNothingKnown({ window, coverage }: Frame): boolean {
  return coverage.missing.length === window.days;
}

/** The coverage without the days before anything was kept: those were never there to be missed. */
export function coverageSince(
  { coverage }: Frame,
  oldestDay: string | null,
): { coverage: Coverage; before: number } {
  if (oldestDay === null) return { coverage, before: 0 };
  const missing = coverage.missing.filter((day) => day >= oldestDay);
  return {
    coverage: { ...coverage, missing },
    before: coverage.missing.length - missing.length,
  };
}
