import type { Options } from 'csv-stringify/sync';
import { stringify } from 'csv-stringify/sync';
import type { ExportRow, Table } from './row-format.ts';

/** Rows handed to the library at once: each call parses its options again. */
const BATCH = 200;

/**
 * CSV with a header, quoted as RFC 4180 says, with lines ended by LF: every reader accepts that, while `cut` and
 * `awk` would treat a CR as part of the last value. Null and empty text are both empty.
 *
 * No text becomes a formula in a spreadsheet: the library puts an apostrophe before a cell that begins like one,
 * and `csvText` does so inside a cell.
 */
export function csvFormat(text: (value: string) => string = csvText) {
  const options: Options = { escape_formulas: true, cast: { string: text } };
  return function* csv({ columns, rows }: Table): Iterable<string> {
    yield stringify([columns], options);
    for (const batch of batches(rows)) {
      yield stringify(
        batch.map((row) => columns.map((column) => row[column])),
        options,
      );
    }
  };
}

/** Control characters, which CSV cannot represent, and characters that reverse or hide text. */
const UNWRITABLE =
  /[[\p{Cc}--[\t\n\r]]\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gv;

/**
 * Where a cell would begin for a reader that does not split at commas: a spreadsheet in a country with decimal
 * commas splits at semicolons, and then quotes do not keep the rest together.
 */
const INNER_FORMULA = /(?<=[;\t\n\r])(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

function csvText(value: string): string {
  return value.replaceAll(UNWRITABLE, '\uFFFD').replaceAll(INNER_FORMULA, "'");
}

function* batches(rows: Iterable<ExportRow>): Iterable<ExportRow[]> {
  let batch: ExportRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
