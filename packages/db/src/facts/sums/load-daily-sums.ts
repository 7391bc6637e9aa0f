import type { Day, WindowSums } from '@clarity-keep/core';
import type { Database } from '../../file/open-database.ts';
import type { FactRange } from './fact-range.ts';
import { daysOfRange, inRange, ofPage } from './fact-range.ts';
import { readSums } from './read-sums.ts';
import type { SumsRow } from './sum-columns.ts';
import { sumColumns, sumsAt } from './sum-columns.ts';

function rangeSql(columns: readonly string[]): string {
  return `SELECT f.day, ${columns.join(', ')} FROM day_facts f WHERE ${inRange} GROUP BY f.day`;
}

function pageSql(columns: readonly string[]): string {
  return `WITH RECURSIVE ${daysOfRange} SELECT f.day, ${columns.join(', ')} FROM ${ofPage} GROUP BY f.day`;
}

/**
 * The facts of a range added up over its segments, per day in order; of one page if given. A day without
 * facts is absent, one with impossible sessions is null. Sessions of several pages add up to more than the
 * site's.
 */
export function loadDailySums(
  db: Database,
  { page, ...range }: FactRange & { page?: string | undefined },
): Map<Day, WindowSums | null> {
  const rows = readSums<[Day, ...SumsRow]>(
    db,
    { columns: sumColumns, sqlOf: page === undefined ? rangeSql : pageSql },
    { ...range, page },
  );
  return new Map(rows.map((row) => [row[0], sumsAt(row as SumsRow, 1, 1)]));
}
