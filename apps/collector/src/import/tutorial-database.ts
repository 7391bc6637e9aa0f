import SqliteDatabase from 'better-sqlite3';
import { readSessionRecord } from '@clarity-keep/clarity';
import { ImportError } from '../errors.ts';
import type { ReadSeenAt, SessionSource, SourceEntry } from './session-source.ts';
import { BATCH_SIZE, seenAtReader } from './session-source.ts';

/** The tutorial's columns, under the names that the records come with. */
const recordNames: Readonly<Record<string, string>> = {
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

/**
 * The `sessions` table of the tutorial's own SQLite file, opened for reading only.
 *
 * @throws ImportError when the file has no such table.
 */
export function tutorialDatabase(path: string): SessionSource & { close(): void } {
  const sqlite = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
  try {
    const columns = tableColumns(sqlite, path);
    const total = Number(sqlite.prepare('SELECT COUNT(*) FROM sessions').pluck().get());
    const select = columns.map((column) => `${column} AS ${recordNames[column]}`).join(', ');
    const rows = sqlite.prepare<[], Record<string, unknown>>(`SELECT ${select} FROM sessions`);
    return {
      total,
      async *batches() {
        const readSeenAt = seenAtReader();
        let entries: SourceEntry[] = [];
        let done = 0;
        for (const row of readable(path, rows.iterate())) {
          entries.push(entryOf(row, readSeenAt));
          done += 1;
          if (entries.length === BATCH_SIZE) {
            yield { entries, done };
            entries = [];
          }
        }
        yield { entries, done };
      },
      close: () => sqlite.close(),
    };
  } catch (error) {
    sqlite.close();
    throw error instanceof ImportError ? error : damaged(path, error);
  }
}

/** The rows, with an error of SQLite told as one of the file. */
function* readable<Row>(path: string, rows: Iterable<Row>): Iterable<Row> {
  try {
    yield* rows;
  } catch (error) {
    throw damaged(path, error);
  }
}

function damaged(path: string, error: unknown): ImportError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ImportError(`Cannot read ${path}: ${reason}. Nothing was imported.`, { cause: error });
}

function tableColumns(sqlite: SqliteDatabase.Database, path: string): string[] {
  const names = sqlite
    .prepare(`SELECT name FROM pragma_table_info('sessions')`)
    .pluck()
    .all() as string[];
  const columns = names.filter((name) => Object.hasOwn(recordNames, name));
  if (columns.includes('session_id') && !names.includes('project_id')) return columns;
  throw new ImportError(
    names.includes('project_id')
      ? `${path} is a Clarity Keep database. Point DATABASE_URL to it instead of importing it.`
      : `${path} has no table "sessions" with a column "session_id", as the tutorial's clarity.db has.`,
  );
}

function entryOf(
  { CollectedAt, ...row }: Record<string, unknown>,
  readSeenAt: ReadSeenAt,
): SourceEntry {
  const seenAt = readSeenAt(CollectedAt);
  if (seenAt === null && CollectedAt !== undefined && CollectedAt !== null) {
    return { record: `collected_at is no time: ${JSON.stringify(CollectedAt)}`, seenAt };
  }
  return { record: readSessionRecord(row), seenAt };
}
