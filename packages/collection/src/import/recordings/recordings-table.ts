import { normaliseKey } from '@clarity-keep/clarity';

/** How the CSV of Clarity's recordings list is written: its separator, and where each column is. */
export interface RecordingsTable {
  delimiter: string;
  /** The line of the header, from 1: Excel puts a line `sep=;` before it. */
  headerLine: 1 | 2;
  columns: ReadonlyMap<RecordingsColumn, number>;
}

/** The columns that are stored, by the normalised names they may have. */
const columnNames = {
  sessionId: ['sessionid'],
  startTime: ['starttime', 'startedat'],
  duration: ['duration', 'sessionduration'],
  entryUrl: ['entryurl'],
  referrer: ['referrer', 'referrerurl'],
  device: ['device'],
  browser: ['browser'],
  country: ['country', 'countryregion'],
  pageCount: ['pagecount', 'pages'],
  rageClicks: ['rageclicks', 'rageclickcount'],
  deadClicks: ['deadclicks', 'deadclickcount'],
} as const satisfies Record<string, readonly string[]>;

export type RecordingsColumn = keyof typeof columnNames;

const DELIMITERS = [',', ';', '\t'];

/** Reads the header from the start of a text; null when it has no column for the id of a session. */
export function recordingsTable(text: string): RecordingsTable | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 2);
  const headerLine = /^"?sep=/i.test(lines[0] ?? '') ? 2 : 1;
  const header = lines[headerLine - 1] ?? '';
  const [table] = DELIMITERS.map((delimiter) => ({
    delimiter,
    headerLine,
    columns: columnsOf(header.split(delimiter)),
  })).toSorted((a, b) => b.columns.size - a.columns.size) as RecordingsTable[];
  return table?.columns.has('sessionId') === true ? table : null;
}

function columnsOf(names: readonly string[]): Map<RecordingsColumn, number> {
  const keys = names.map(normaliseKey);
  const columns = new Map<RecordingsColumn, number>();
  for (const [column, known] of Object.entries(columnNames)) {
    const index = keys.findIndex((key) => (known as readonly string[]).includes(key));
    if (index !== -1) columns.set(column as RecordingsColumn, index);
  }
  return columns;
}
