import type { Day, Dimension, WindowSums } from '@clarity-keep/core';
import { breakdownDimensions, countDays } from '@clarity-keep/core';
import type { Database } from '../../file/open-database.ts';
import { prepared } from '../../file/prepared.ts';
import type { FactRange } from './fact-range.ts';
import { daysOfRange, inRange, ofPage } from './fact-range.ts';
import { readSums } from './read-sums.ts';
import type { SumsRow } from './sum-columns.ts';
import { sumColumns, sumsAt } from './sum-columns.ts';

export interface SegmentSums {
  values: Partial<Record<Dimension, string>>;
  sums: WindowSums;
}

/** Adds up a window in stretches of days, so that other questions can be answered in between. */
export interface WindowSumsReader {
  /** Adds a stretch of days. Each may be added once. */
  add(stretch: { from: Day; to: Day }): void;
  /** The sums so far, one per segment, in no order. */
  segments(): SegmentSums[];
}

/** Adds up the facts of a range over its days; of one page if given. */
export function windowSumsReader(
  db: Database,
  { page, ...range }: FactRange & { page?: string | undefined },
): WindowSumsReader {
  const rows = new Map<number, SumsRow>();
  const sqlOf = page === undefined ? rangeSql : pageSql;
  const days = countDays(range.from, range.to);
  return {
    add(stretch) {
      const read = { columns: sumColumns, sqlOf };
      for (const row of readSums<[number, ...SumsRow]>(db, read, { ...range, ...stretch, page })) {
        const known = rows.get(row[0]);
        if (known === undefined) rows.set(row[0], row);
        else addRow(known, row);
      }
    },
    segments: () =>
      valuesOf(db, range.breakdown, [...rows.keys()]).flatMap(({ id, values }) => {
        const sums = sumsAt(rows.get(id) ?? [], 1, days);
        // If the sessions of a segment are impossible, nothing is known about it.
        return sums === null ? [] : [{ values, sums }];
      }),
  };
}

function rangeSql(columns: readonly string[]): string {
  return `SELECT f.segment_id, ${columns.join(', ')} FROM day_facts f WHERE ${inRange} GROUP BY f.segment_id`;
}

function pageSql(columns: readonly string[]): string {
  return `WITH RECURSIVE ${daysOfRange}
    SELECT f.segment_id, ${columns.join(', ')} FROM ${ofPage} GROUP BY f.segment_id`;
}

/** Adds all values after the id. As in SQL, the sum of an unknown and a known value is the known one. */
function addRow(known: SumsRow, row: SumsRow): void {
  for (let index = 1; index < row.length; index += 1) {
    const [a, b] = [known[index] ?? null, row[index] ?? null];
    known[index] = a === null ? b : b === null ? a : a + b;
  }
}

/** Looks each segment up once, after adding up. */
function valuesOf(
  db: Database,
  breakdown: FactRange['breakdown'],
  ids: readonly number[],
): { id: number; values: SegmentSums['values'] }[] {
  const dimensions: readonly Dimension[] = breakdownDimensions[breakdown];
  const sql = `SELECT ${['id', ...dimensions].join(', ')} FROM segments
    WHERE id IN (SELECT value FROM json_each(?))`;
  const found = prepared(db, sql).raw().all(JSON.stringify(ids)) as [number, ...string[]][];
  return found.map(([id, ...values]) => ({
    id,
    values: Object.fromEntries(dimensions.map((dimension, index) => [dimension, values[index]])),
  }));
}
