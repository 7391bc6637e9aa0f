import { isBusyError } from '../file/cannot-open.ts';
import type { Database } from '../file/open-database.ts';

/** busy: another program holds the write lock for longer than we wait. */
export type WriteTrial = { type: 'writable' } | { type: 'busy' } | { type: 'refused'; why: string };

/**
 * Finds out whether the database can be written to, by writing and rolling back. Beginning a transaction
 * is not enough: that works on a read-only file as well.
 */
export function tryToWrite({ sql }: Database, waitMs = 2_000): WriteTrial {
  const patience = Number(sql.pragma('busy_timeout', { simple: true }));
  sql.pragma(`busy_timeout = ${waitMs}`);
  try {
    sql.exec('BEGIN IMMEDIATE');
    const version = Number(sql.pragma('user_version', { simple: true }));
    sql.pragma(`user_version = ${version}`);
    return { type: 'writable' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return isBusyError(error) ? { type: 'busy' } : { type: 'refused', why: error.message };
  } finally {
    if (sql.inTransaction) sql.exec('ROLLBACK');
    sql.pragma(`busy_timeout = ${patience}`);
  }
}
