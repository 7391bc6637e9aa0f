import type { Database } from './open-database.ts';

/**
 * Runs `write` in one write transaction: all or nothing, even if it reads its input bit by bit. Foreign
 * keys are not checked row by row, so `write` must take ids from the tables they refer to.
 */
export async function writeInBulk<Result>(
  { sql }: Database,
  write: () => Promise<Result>,
): Promise<Result> {
  // SQLite ignores this pragma inside a transaction.
  sql.pragma('foreign_keys = OFF');
  try {
    sql.exec('BEGIN IMMEDIATE');
    try {
      const result = await write();
      sql.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk has already ended the transaction, and its error is the one to report.
      if (sql.inTransaction) sql.exec('ROLLBACK');
      throw error;
    }
  } finally {
    sql.pragma('foreign_keys = ON');
  }
}
