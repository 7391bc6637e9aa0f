import { DatabaseError } from '../errors.ts';

const NOT_WRITABLE =
  'this user may not write to it or to its folder, and SQLite needs to for this, even to read a file in WAL mode. ' +
  'Run as the user it belongs to, or give both to this one (chown); or copy it, with the -wal file beside it if there is one, ' +
  'to a folder of your own and point DATABASE_URL to the copy.';

/** A database that could not be opened: which, why, and what to do about it. */
export function cannotOpen(path: string, error: unknown): DatabaseError {
  return new DatabaseError('cannot-open', `Cannot open the database ${path}: ${reasonOf(error)}`, {
    cause: error,
  });
}

/** Whether SQLite may not write what it was to write. */
export function isReadOnlyError(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_READONLY');
}

/** Whether another program keeps the file to itself for longer than was waited. */
export function isBusyError(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (isReadOnlyError(error)) return NOT_WRITABLE;
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return (
      `${reason}. If DATABASE_URL names the right file, it is damaged: put a copy that "clarity-keep backup" made ` +
      'in its place; "clarity-keep doctor --integrity" tells what of it can still be read.'
    );
  }
  return `${reason}. Check DATABASE_URL and that the folder can be written to.`;
}

function codeOf(error: unknown): string {
  return error instanceof Error ? String(Reflect.get(error, 'code')) : '';
}
