import { extname } from 'node:path';
import { displayText } from '@clarity-keep/core';
import { csvFormat } from './csv-format.ts';
import { jsonFormat } from './json-format.ts';
import { jsonlFormat } from './jsonl-format.ts';
import type { RowFormat } from './row-format.ts';

export type ExportFormat = 'csv' | 'json' | 'jsonl';

/** The format of a file by its extension; CSV for any other extension. */
export function formatOfFile(file: string | undefined): ExportFormat {
  switch (extname(file ?? '').toLowerCase()) {
    case '.json':
      return 'json';
    case '.jsonl':
    case '.ndjson':
      return 'jsonl';
    default:
      return 'csv';
  }
}

/** How to write a format. On a terminal the text of CSV is made safe as in a table; JSON already is. */
export function rowFormat(
  format: ExportFormat,
  { isTerminal }: { isTerminal: boolean },
): RowFormat {
  switch (format) {
    case 'csv':
      return isTerminal ? csvFormat(displayText) : csvFormat();
    case 'json':
      return jsonFormat;
    case 'jsonl':
      return jsonlFormat;
  }
}
