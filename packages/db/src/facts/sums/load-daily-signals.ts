import type { Day, SignalSums } from '@clarity-keep/core';
import type { Database } from '../../file/open-database.ts';
import type { FactRange } from './fact-range.ts';
import { daysOfRange, inRange, ofPage } from './fact-range.ts';
import { readSums } from './read-sums.ts';
import { signalColumns, signalSumsAt } from './signal-columns.ts';

function rangeSql(columns: readonly string[]): string {
  return `SELECT f.day, ${columns.join(', ')} FROM day_facts f WHERE ${inRange} GROUP BY f.day`;
}

function pageSql(columns: readonly string[]): string {
  return `WITH RECURSIVE ${daysOfRange} SELECT f.day, ${columns.join(', ')} FROM ${ofPage} GROUP BY f.day`;
}

/**
 * The signals of a range added up over its segments, per day; of one page if given. A day without facts is
 * absent. Sessions of several pages add up to more than the site's.
 */
export function loadDailySignals(
  db: Database,
  { page, ...range }: FactRange & { page?: string | undefined },
): Map<Day, SignalSums> {
  const rows = readSums<[Day, ...(number | null)[]]>(
    db,
    { columns: signalColumns, sqlOf: page === undefined ? rangeSql : pageSql },
    { ...range, page },
  );
  return new Map(
    rows.flatMap((row): [Day, SignalSums][] => {
      const sums = signalSumsAt(row, 1, 1);
      return sums === null ? [] : [[row[0], sums]];
    }),
  );
}
