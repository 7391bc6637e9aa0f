import type { Database } from '../open-database.ts';

/** busy: another program keeps the write lock for longer than we wait. */
export type WriteTrial = { type: 'writable' } | { type: 'busy' } | { type: 'refused'; why: string };

/** Whether the database can be written to, found out by beginning to and changing nothing. */
export function tryToWrite({ sql }: Database, waitMs = 2_000): WriteTrial {
  const patience = Number(sql.pragma('busy_timeout', { simple: true }));
  sql.pragma(`busy_timeout = ${waitMs}`);
  try {
    sql.exec('BEGIN IMMEDIATE; ROLLBACK');
    return { type: 'writable' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isBusy = String(Reflect.get(error, 'code')).startsWith('SQLITE_BUSY');
    return isBusy ? { type: 'busy' } : { type: 'refused', why: error.message };
  } finally {
    sql.pragma(`busy_timeout = ${patience}`);
  }
}
