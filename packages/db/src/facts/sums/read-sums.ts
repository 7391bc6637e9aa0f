import type { Database } from '../../file/open-database.ts';
import { prepared } from '../../file/prepared.ts';

/** Aggregates over `day_facts f`, with two ways to add up. */
export interface SumColumns {
  /** As integers: fast. */
  exact: readonly string[];
  /** As floating point, which never overflows. */
  floating: readonly string[];
}

/** Builds both kinds of columns from a function that gets the way to add up. */
export function sumColumnsOf(
  columns: (sum: (expression: string) => string) => string[],
): SumColumns {
  return {
    exact: columns((expression) => `SUM(${expression})`),
    floating: columns((expression) => `SUM(CAST(${expression} AS REAL))`),
  };
}

/**
 * The rows, in raw mode, of a statement with sums. If integers add up to more than 64 bits, SQLite fails;
 * then they are added as floating point, and the reader recognises the sum as impossible.
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
