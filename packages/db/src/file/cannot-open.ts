import { DatabaseError } from '../errors.ts';

const NOT_WRITABLE =
  'this user cannot write to the file or its folder, which SQLite needs even to read a database in WAL mode. ' +
  'Run as the user who owns them, or change their owner (chown). Or copy the file, with the -wal file next to it if there is one, ' +
  'to a folder of your own and point DATABASE_URL to the copy.';

/** The error for a database that cannot be opened: which one, why, and what to do about it. */
export function cannotOpen(path: string, error: unknown): DatabaseError {
  return new DatabaseError('cannot-open', `Cannot open the database ${path}: ${reasonOf(error)}`, {
    cause: error,
  });
}

/** Whether SQLite was not allowed to write. */
export function isReadOnlyError(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_READONLY');
}

/** Whether another program has kept the file locked for longer than we wait. */
export function isBusyError(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (isReadOnlyError(error)) return NOT_WRITABLE;
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return (
      `${reason}. If DATABASE_URL points to the right file, that file is damaged. Replace it with a copy made by ` +
      '"clarity-keep backup"; "clarity-keep doctor --integrity" shows what can still be read.'
    );
  }
  return `${reason}. Check that DATABASE_URL is right and that its folder is writable.`;
}

function codeOf(error: unknown): string {
  return error instanceof Error ? String(Reflect.get(error, 'code')) : '';
}
