import { jsonLine } from '@clarity-keep/command-line';
import type { Table } from './row-format.ts';

/** JSON lines: one object a row. */
export function* jsonlFormat({ rows }: Table): Iterable<string> {
  for (const row of rows) yield `${jsonLine(row)}\n`;
}
