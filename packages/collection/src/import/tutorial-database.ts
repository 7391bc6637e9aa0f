import SqliteDatabase from 'better-sqlite3';
import { ImportError } from '../errors.ts';
import type { SessionSource, SourceEntry } from './session-source.ts';
import { BATCH_SIZE } from './session-source.ts';
import type { TutorialTable } from './tutorial-rows.ts';
import { recordNames, tutorialRows } from './tutorial-rows.ts';

/**
 * The `sessions` table of the tutorial's own SQLite file, opened read-only and without running code from its
 * schema.
 *
 * @throws ImportError when the file has no such table or is damaged, then also from its batches.
 */
export function tutorialDatabase(path: string): SessionSource & { close(): void } {
  let sqlite: SqliteDatabase.Database | undefined;
  try {
    sqlite = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('cell_size_check = ON');
    return sourceOf(sqlite, path);
  } catch (error) {
    sqlite?.close();
    throw error instanceof ImportError ? error : damaged(path, error);
  }
}

function sourceOf(
  sqlite: SqliteDatabase.Database,
  path: string,
): SessionSource & { close(): void } {
  const table = tutorialTable(sqlite, path);
  return {
    total: Number(sqlite.prepare('SELECT COUNT(*) FROM sessions').pluck().get()),
    async *batches() {
      let entries: SourceEntry[] = [];
      let done = 0;
      for (const entry of readable(path, tutorialRows(sqlite, table))) {
        entries.push(entry);
        done += 1;
        if (entries.length < BATCH_SIZE) continue;
        yield { entries, done };
        entries = [];
      }
      yield { entries, done };
    },
    close: () => sqlite.close(),
  };
}

/** The rows; an error of SQLite becomes an ImportError. */
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

const FIND_TABLE = `SELECT type, wr AS isWithoutRowid FROM pragma_table_list
  WHERE schema = 'main' AND name = 'sessions' COLLATE NOCASE`;

/** Generated columns are not among these. */
const FIND_COLUMNS = `SELECT name FROM pragma_table_info('sessions')`;

function tutorialTable(sqlite: SqliteDatabase.Database, path: string): TutorialTable {
  const found = sqlite.prepare<[], { type: string; isWithoutRowid: number }>(FIND_TABLE).get();
  // The rows of a view or a virtual table are computed, and may have no end.
  if (found !== undefined && found.type !== 'table') {
    throw new ImportError(
      `In ${path}, "sessions" is a ${found.type}, not an ordinary table. Nothing was imported.`,
    );
  }
  const names = sqlite.prepare<[], string>(FIND_COLUMNS).pluck().all();
  const columns = names.filter((name) => Object.hasOwn(recordNames, name));
  if (columns.includes('session_id') && !names.includes('project_id')) {
    const taken = new Set(names.map((name) => name.toLowerCase()));
    const rowid = ['rowid', '_rowid_', 'oid'].find((name) => !taken.has(name));
    return { columns, rowid: found?.isWithoutRowid === 0 ? rowid : undefined };
  }
  throw new ImportError(
    names.includes('project_id')
      ? `${path} is a Clarity Keep database. Point DATABASE_URL to it instead of importing it.`
      : `${path} has no table "sessions" with a column "session_id", as the tutorial's clarity.db has.`,
  );
}
