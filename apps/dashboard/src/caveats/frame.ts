import type { Frame } from '../asking/answers.ts';

/** Whether nothing was collected for any day of the window. */
export function isNothingKnown({ window, coverage }: Frame): boolean {
  return coverage.missing.length === window.days;
}

/** The coverage without the days before the first stored one: those were never there to be missed. */
export function coverageSince(
  { coverage }: Frame,
  oldestDay: string | null,
): { coverage: Frame['coverage']; before: number } {
  if (oldestDay === null) return { coverage, before: 0 };
  const missing = coverage.missing.filter((day) => day >= oldestDay);
  return {
    coverage: { ...coverage, missing },
    before: coverage.missing.length - missing.length,
  };
}
