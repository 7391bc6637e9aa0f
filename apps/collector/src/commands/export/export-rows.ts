import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { inChunks } from './in-chunks.ts';
import type { ExportRow, RowFormat, Table } from './row-format.ts';

export interface RowExport {
  table: Table;
  format: RowFormat;
  /** Called now and then with the number of rows read. */
  onProgress: (rows: number) => void;
}

const ROWS_PER_PROGRESS = 1000;

/**
 * Writes all rows to a stream and returns their number. Reads on only when the stream has room, so memory does not
 * grow with the number of rows.
 */
export async function exportRows(
  { table, format, onProgress }: RowExport,
  to: { stream: Writable; end: boolean },
): Promise<number> {
  let read = 0;
  function* counted(rows: Iterable<ExportRow>): Iterable<ExportRow> {
    for (const row of rows) {
      yield row;
      read += 1;
      if (read % ROWS_PER_PROGRESS === 0) onProgress(read);
    }
  }
  const text = format({ ...table, rows: counted(table.rows) });
  await pipeline(inChunks(text), to.stream, { end: to.end });
  return read;
}
