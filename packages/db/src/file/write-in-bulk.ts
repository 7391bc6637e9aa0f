import type { Database } from './open-database.ts';

/**
 * Runs `write` in one write transaction: all or nothing, also when it reads its input bit by bit. Its
 * references are not checked row by row, so it has to take them from the tables they refer to.
 */
export async function writeInBulk<Result>(
  { sql }: Database,
  write: () => Promise<Result>,
): Promise<Result> {
  // Has no effect within a transaction.
  sql.pragma('foreign_keys = OFF');
  try {
    sql.exec('BEGIN IMMEDIATE');
    try {
      const result = await write();
      sql.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk has ended the transaction already; its error is the one to tell.
      if (sql.inTransaction) sql.exec('ROLLBACK');
      throw error;
    }
  } finally {
    sql.pragma('foreign_keys = ON');
  }
}
