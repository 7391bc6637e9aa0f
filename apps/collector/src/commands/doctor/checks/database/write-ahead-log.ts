import { byteSize } from '@clarity-keep/core';
import type { Check } from '../../check.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, skipped, warning } from '../../verdict.ts';

const LARGE_BYTES = 256_000_000;

/** Whether readers and writers can work at the same time, and the log is written back into the file. */
export function walVerdict(journalMode: unknown, walBytes: number): Verdict {
  if (journalMode !== 'wal') {
    return warning(
      `The database is in journal mode ${String(journalMode)}, in which readers and writers block each other.`,
      'The next command switches it back to WAL. If that does not last, its file system does not support WAL: move the database to a local disk.',
    );
  }
  if (walBytes > LARGE_BYTES) {
    return warning(
      `${byteSize(walBytes)} in the -wal file are waiting to be written into the database.`,
      'A program keeps reading, or was killed. Restart the server and other readers; the last one to close the database empties the file.',
    );
  }
  return ok('WAL: reading and writing do not block each other.');
}

export const writeAheadLogCheck: Check = {
  name: 'write-ahead-log',
  run: ({ database }) => {
    if (database.type !== 'open') return skipped('The database is not open.');
    const journalMode: unknown = database.db.sql.pragma('journal_mode', { simple: true });
    return walVerdict(journalMode, database.walBytes);
  },
};
