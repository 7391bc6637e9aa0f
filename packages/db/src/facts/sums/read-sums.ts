import type { Database } from '../../file/open-database.ts';
import { prepared } from '../../file/prepared.ts';

/** Aggregates of `day_facts f`, in two ways to add up. */
export interface SumColumns {
  /** Whole numbers, as fast as can be. */
  exact: readonly string[];
  /** As floating point, which never overflows. */
  floating: readonly string[];
}

/** Columns in both ways, from how each of them adds up an expression. */
export function sumColumnsOf(
  columns: (sum: (expression: string) => string) => string[],
): SumColumns {
  return {
    exact: columns((expression) => `SUM(${expression})`),
    floating: columns((expression) => `SUM(CAST(${expression} AS REAL))`),
  };
}

/**
 * The rows, in raw mode, of a statement with sums. SQLite ends a statement whose whole numbers add up to
 * more than 64 bits hold; then they are added as floating point, and whoever reads them sees that they cannot be.
 */
export function readSums<Row>(
  db: Database,
  { columns, sqlOf }: { columns: SumColumns; sqlOf: (columns: readonly string[]) => string },
  parameters: object,
): Row[] {
  const read = (some: readonly string[]): Row[] =>
    prepared(db, sqlOf(some)).raw().all(parameters) as Row[];
  try {
    return read(columns.exact);
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'integer overflow') throw error;
    return read(columns.floating);
  }
}
