import { DatabaseError } from '../errors.ts';
import { loadFileSize } from './load-file-size.ts';
import type { Database } from '../file/open-database.ts';

export interface Shrinking {
  bytesBefore: number;
  bytesAfter: number;
  /** False while another program reads the old pages: the file shrinks when the last one closes. */
  isOnDisk: boolean;
}

/**
 * Writes the database anew without its empty pages, and gives their room back to the disk. Needs as much
 * room meanwhile as the database takes, and keeps other writers waiting.
 *
 * @throws DatabaseError when there is no room for it. The database is as it was.
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
    'There is no room on the disk to write the database anew, so the file keeps its size. ' +
      'Make as much room as the file takes, and run with --vacuum again.',
    { cause: error },
  );
}
