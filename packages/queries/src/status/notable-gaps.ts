import type { Day } from '@clarity-keep/core';
import type { Reconciliation } from '@clarity-keep/db';

/** What differs on some days, added up over them. */
export interface NotableGap extends Omit<Reconciliation, 'day'> {
  days: Day[];
  /** Found less expected, of the expected. */
  share: number;
}

/** Smaller ones are the drift between two calls. */
const NOTABLE_SHARE = 0.01;

/** Counts that differ by a hundredth or more, and differences that cannot be, over all their days. */
export function notableGaps(reconciliations: readonly Reconciliation[]): NotableGap[] {
  const groups = Map.groupBy(
    reconciliations.filter((row) => Math.abs(shareOf(row)) >= NOTABLE_SHARE),
    ({ breakdown, kind }) => `${kind} ${breakdown}`,
  );
  return [...groups.values()].flatMap((rows): NotableGap[] => {
    const [first] = rows;
    if (first === undefined) return [];
    const expected = rows.reduce((sum, row) => sum + row.expected, 0);
    const found = rows.reduce((sum, row) => sum + row.found, 0);
    return [
      {
        breakdown: first.breakdown,
        kind: first.kind,
        days: rows.map(({ day }) => day),
        expected,
        found,
        share: shareOf({ expected, found }),
      },
    ];
  });
}

function shareOf({ expected, found }: { expected: number; found: number }): number {
  if (expected === 0) return found === 0 ? 0 : 1;
  return (found - expected) / expected;
}
