import { isUtf8 } from 'node:buffer';
import type SqliteDatabase from 'better-sqlite3';
import { readSessionRecord, shown } from '@clarity-keep/clarity';
import { LONGEST_RECORD_BYTES } from './read-record.ts';
import type { SourceEntry } from './session-source.ts';
import { seenAtReader } from './session-source.ts';

/** The tutorial's columns, by the names of the fields in session records. */
export const recordNames: Readonly<Record<string, string>> = {
  session_id: 'SessionId',
  page_url: 'PageUrl',
  duration: 'Duration',
  page_views: 'PageViews',
  rage_clicks: 'RageClickCount',
  dead_clicks: 'DeadClickCount',
  scroll_depth: 'ScrollDepth',
  referrer: 'Referrer',
  device: 'Device',
  browser: 'Browser',
  country: 'Country',
  collected_at: 'CollectedAt',
};

export interface TutorialTable {
  /** The `recordNames` that exist in the table. */
  columns: readonly string[];
  /** The column that identifies a row, if there is one. */
  rowid: string | undefined;
}

type Row = Record<string, unknown>;

/** The rows of the table `sessions` as records, one by one, or why one is not valid. */
export function* tutorialRows(
  sqlite: SqliteDatabase.Database,
  table: TutorialTable,
): Generator<SourceEntry, void> {
  const readSeenAt = seenAtReader();
  const reasonAgainst = rowJudge(sqlite, table);
  for (const row of sqlite.prepare<[], Row>(selectRows(table)).iterate()) {
    const reason = reasonAgainst(row);
    const seenAt = readSeenAt(row['CollectedAt']);
    if (reason !== null) {
      yield { record: reason, seenAt: null };
    } else if (seenAt === null && (row['CollectedAt'] ?? null) !== null) {
      yield { record: `collected_at is not a time: ${shown(row['CollectedAt'])}`, seenAt };
    } else {
      yield { record: readSessionRecord(row), seenAt };
    }
  }
}

/**
 * Checks the size of a value before reading it, which could take all memory. Integer ids are read as text: as
 * numbers, neighbours beyond 2^53 would be equal.
 */
function selectRows({ columns, rowid }: TutorialTable): string {
  const values = columns.map((column) => {
    const exact =
      column === 'session_id'
        ? `WHEN typeof(${column}) = 'integer' THEN CAST(${column} AS TEXT)`
        : '';
    return `CASE ${exact} WHEN octet_length(${column}) > ${LONGEST_RECORD_BYTES} THEN NULL ELSE ${column} END AS ${recordNames[column]}`;
  });
  const bytes = columns.map((column) => `IFNULL(octet_length(${column}), 0)`).join(' + ');
  return `SELECT ${[...values, `${bytes} AS bytes`, `${rowid ?? 'NULL'} AS row`].join(', ')} FROM sessions`;
}

/** Why SQLite's values of a row cannot be a record; null when they can. */
function rowJudge(
  sqlite: SqliteDatabase.Database,
  { columns, rowid }: TutorialTable,
): (row: Row) => string | null {
  const bytesOfRow =
    rowid === undefined
      ? null
      : sqlite
          .prepare<[unknown], Buffer | null>(
            `SELECT ${columns.map((column) => `CAST(${column} AS BLOB)`).join(', ')} FROM sessions WHERE ${rowid} = ?`,
          )
          .raw();
  return (row) => {
    if (Number(row['bytes']) > LONGEST_RECORD_BYTES) return 'longer than 1 MB';
    let isReplaced = false;
    for (const column of columns) {
      const value = row[String(recordNames[column])];
      if (typeof value === 'object' && value !== null) return `${column} is a BLOB`;
      isReplaced ||= typeof value === 'string' && value.includes('\uFFFD');
    }
    if (!isReplaced) return null;
    // The text has that character, or invalid UTF-8, which would make different ids equal.
    const values = bytesOfRow?.get(row['row']) as (Buffer | null)[] | undefined;
    return values?.every((bytes) => bytes === null || isUtf8(bytes)) === true ? null : 'not UTF-8';
  };
}
