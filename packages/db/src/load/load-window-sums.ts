import type { Dimension, WindowSums } from '@clarity-keep/core';
import { breakdownDimensions } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import type { FactRange } from './fact-range.ts';
import { daysOfRange, inRange, ofPage } from './fact-range.ts';
import { prepared } from '../prepared.ts';
import type { SumsRow } from './sum-columns.ts';
import { sumColumns, sumsAt } from './sum-columns.ts';

export interface SegmentSums {
  values: Partial<Record<Dimension, string>>;
  sums: WindowSums;
}

/**
 * The facts of a range added up over its days, one per segment, in no order; of one page when given.
 * Segments seen by nothing but bots are there too, with no sessions.
 */
export function loadWindowSums(
  db: Database,
  { page, ...range }: FactRange & { page?: string | undefined },
): SegmentSums[] {
  const dimensions: readonly Dimension[] = breakdownDimensions[range.breakdown];
  const sql = windowSql(dimensions, page !== undefined);
  const rows = prepared(db, sql)
    .raw()
    .all({ ...range, page }) as (string | number | null)[][];
  return rows.map((row) => ({
    values: Object.fromEntries(dimensions.map((dimension, index) => [dimension, row[index]])),
    // The columns after the dimensions are the sums.
    sums: sumsAt(row as SumsRow, dimensions.length),
  }));
}

/** Adds up by segment id and only then looks the segments up, once each. */
function windowSql(dimensions: readonly Dimension[], onePage: boolean): string {
  const sums = sumColumns.map((column, index) => `${column} AS c${index}`).join(', ');
  const source = onePage ? ofPage : `day_facts f WHERE ${inRange}`;
  return `${onePage ? `WITH RECURSIVE ${daysOfRange}` : ''}
    SELECT ${[...dimensions.map((dimension) => `s.${dimension}`), ...sumColumns.map((_, index) => `w.c${index}`)].join(', ')}
    FROM (SELECT f.segment_id, ${sums} FROM ${source} GROUP BY f.segment_id) w
    JOIN segments s ON s.id = w.segment_id`;
}
