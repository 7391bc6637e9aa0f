import type { Database } from './open-database.ts';

/** Runs several reads on one consistent state of the file, even if others write at the same time. */
export function readAtOnce<Result>(db: Database, read: () => Result): Result {
  return db.sql.transaction(read).deferred();
}
