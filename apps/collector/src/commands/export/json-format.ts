import { jsonLine } from '@clarity-keep/command-line';
import type { Table } from './row-format.ts';

/** One JSON array, a row per line; an empty array without rows. */
export function* jsonFormat({ rows }: Table): Iterable<string> {
  let before = '[\n';
  for (const row of rows) {
    yield `${before}${jsonLine(row)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
