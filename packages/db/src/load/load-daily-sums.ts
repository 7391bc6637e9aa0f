import type { Day, WindowSums } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import type { FactRange } from './fact-range.ts';
import { daysOfRange, inRange, ofPage } from './fact-range.ts';
import { prepared } from '../prepared.ts';
import type { SumsRow } from './sum-columns.ts';
import { sumColumns, sumsAt } from './sum-columns.ts';

const COLUMNS = ['f.day', ...sumColumns].join(', ');
const SQL = `SELECT ${COLUMNS} FROM day_facts f WHERE ${inRange} GROUP BY f.day`;
const PAGE_SQL = `WITH RECURSIVE ${daysOfRange} SELECT ${COLUMNS} FROM ${ofPage} GROUP BY f.day`;

/**
 * The facts of a range added up over its segments, per day in order; of one page when given.
 * A day without a fact is absent. Sessions of several pages add up to more than the site's.
 */
export function loadDailySums(
  db: Database,
  { page, ...range }: FactRange & { page?: string | undefined },
): Map<Day, WindowSums> {
  const statement = prepared(db, page === undefined ? SQL : PAGE_SQL).raw();
  const rows = statement.all({ ...range, page }) as [Day, ...SumsRow][];
  return new Map(rows.map((row) => [row[0], sumsAt(row as SumsRow, 1)]));
}
