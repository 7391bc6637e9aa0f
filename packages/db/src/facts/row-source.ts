import type { Day } from '@clarity-keep/core';

/** The stored days of a project from one day to another, both included; null means from the first or to the last. */
export interface KeptDays {
  projectId: string;
  from: Day | null;
  to: Day | null;
}

/** Rows that are read one by one, so that any number of them works in bounded memory. */
export interface RowSource<Row> {
  /** The keys of every row, in order. */
  columns: readonly (keyof Row & string)[];
  count(): number;
  /** Reads one consistent state of the database. Do not write before the iteration ends. */
  rows(): Iterable<Row>;
}

/** Days compare as text, so these come before and after all of them. */
export function boundsOf({ from, to }: KeptDays): { from: Day; to: Day } {
  return { from: from ?? '0000-01-01', to: to ?? '9999-12-31' };
}
