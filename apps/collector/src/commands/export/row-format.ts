/** A row of the database; null is unknown. */
export type ExportRow = Readonly<Record<string, string | number | null>>;

export interface Table {
  /** The keys of every row, in order. */
  columns: readonly string[];
  rows: Iterable<ExportRow>;
}

/** Writes a table as text, piece by piece, and reads a row only when its piece is needed. */
export type RowFormat = (table: Table) => Iterable<string>;
