import type { Day, SignalSums } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import type { FactRange } from './fact-range.ts';
import { daysOfRange, inRange, ofPage } from './fact-range.ts';
import { signalColumns, signalSumsAt } from './signal-columns.ts';

const COLUMNS = ['f.day', ...signalColumns].join(', ');
const SQL = `SELECT ${COLUMNS} FROM day_facts f WHERE ${inRange} GROUP BY f.day`;
const PAGE_SQL = `WITH RECURSIVE ${daysOfRange} SELECT ${COLUMNS} FROM ${ofPage} GROUP BY f.day`;

/**
 * The signals of a range added up over its segments, per day; of one page when given. A day without a
 * fact is absent. Sessions of several pages add up to more than the site's.
 */
export function loadDailySignals(
  db: Database,
  { page, ...range }: FactRange & { page?: string | undefined },
): Map<Day, SignalSums> {
  const statement = prepared(db, page === undefined ? SQL : PAGE_SQL).raw();
  const rows = statement.all({ ...range, page }) as [Day, ...(number | null)[]][];
  return new Map(rows.map((row) => [row[0], signalSumsAt(row, 1)]));
}
