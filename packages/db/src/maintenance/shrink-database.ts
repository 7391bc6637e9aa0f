import { DatabaseError } from '../errors.ts';
import { loadFileSize } from './load-file-size.ts';
import type { Database } from '../file/open-database.ts';

export interface Shrinking {
  bytesBefore: number;
  bytesAfter: number;
  /** False while another program still reads the old pages: the file shrinks when the last one closes it. */
  isOnDisk: boolean;
}

/**
 * Rewrites the database without its empty pages and gives the space back to the disk. Meanwhile it needs
 * as much free space as the database takes, and other writers wait.
 *
 * @throws DatabaseError when the disk is too full. The database is unchanged then.
 */
export function shrinkDatabase(db: Pick<Database, 'sql'>): Shrinking {
  const { bytes: bytesBefore } = loadFileSize(db);
  try {
    db.sql.exec('VACUUM');
  } catch (error) {
    throw vacuumError(error);
  }
  const [checkpoint] = db.sql.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
  return { bytesBefore, bytesAfter: loadFileSize(db).bytes, isOnDisk: checkpoint.busy === 0 };
}

function vacuumError(error: unknown): unknown {
  if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'SQLITE_FULL') return error;
  return new DatabaseError(
    'vacuum-failed',
    'The disk is too full to rewrite the database, so the file keeps its size. ' +
      'Free as much space as the file takes, then run with --vacuum again.',
    { cause: error },
  );
}
