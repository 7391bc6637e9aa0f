import type { Database } from './open-database.ts';

/** Lets several statements see one state of the file, whoever writes to it meanwhile. */
export function readAtOnce<Result>(db: Database, read: () => Result): Result {
  return db.sql.transaction(read).deferred();
}
