import { bytesText } from '../../../terminal/numbers.ts';
import type { Check } from '../check.ts';
import type { Verdict } from '../verdict.ts';
import { ok, skipped, warning } from '../verdict.ts';

const LARGE_BYTES = 256_000_000;

/** Whether readers and writers can work at once, and what was written gets into the file. */
export function walVerdict(journalMode: unknown, walBytes: number): Verdict {
  if (journalMode !== 'wal') {
    return warning(
      `The database is in the journal mode ${String(journalMode)}, in which readers and writers wait for each other.`,
      'The next command sets WAL again. If it does not stay, the database lies on a file system that cannot do it: move it to a local disk.',
    );
  }
  if (walBytes > LARGE_BYTES) {
    return warning(
      `${bytesText(walBytes)} wait in the -wal file beside the database to be written into it.`,
      'A program has read without end, or was killed. Restart the server and other readers; the last one to close empties it.',
    );
  }
  return ok('WAL, so that reading and writing do not wait for each other.');
}

export const writeAheadLogCheck: Check = {
  name: 'write-ahead-log',
  run: ({ database }) => {
    if (database.type !== 'open') return skipped('The database is not open.');
    const journalMode: unknown = database.db.sql.pragma('journal_mode', { simple: true });
    return walVerdict(journalMode, database.walBytes);
  },
};
