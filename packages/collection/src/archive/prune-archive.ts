import type { Database } from '@clarity-keep/db';
import { pruneBodies } from '@clarity-keep/db';

export interface PruneDeps {
  db: Database;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  onProgress: (done: number) => void;
}

/** Some megabytes: a collector waits for a moment at most. */
const BATCH = 50;

/** Longer than SQLite waits between two attempts at a lock, so that a waiting writer gets its turn. */
const PAUSE_MS = 120;

/** Deletes raw bodies batch by batch, with a pause for other writers after each. */
export async function pruneArchive(
  { db, now, sleep, onProgress }: PruneDeps,
  before: Date,
): Promise<{ answers: number; bytes: number }> {
  const pruned = { answers: 0, bytes: 0 };
  for (;;) {
    const batch = pruneBodies(db, { before, now: now(), limit: BATCH });
    pruned.answers += batch.answers;
    pruned.bytes += batch.bytes;
    onProgress(pruned.answers);
    if (batch.answers < BATCH) return pruned;
    await sleep(PAUSE_MS);
  }
}
