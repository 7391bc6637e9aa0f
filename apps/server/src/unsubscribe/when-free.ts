import { setTimeout } from 'node:timers/promises';
import { isBusyError } from '@clarity-keep/db';

const PAUSE_MS = 1_500;

/** With what a try waits itself, about 20 s: less than a connection may stand still. */
const MOST_TRIES = 9;

/**
 * Writes when no other process writes, as an import does for seconds: mail programs that unsubscribe may try
 * only once. Others are answered between two tries.
 *
 * @throws what the last try throws.
 */
export async function whenFree<Result>(write: () => Result): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return write();
    } catch (error) {
      if (!isBusyError(error) || tries === MOST_TRIES) throw error;
    }
    await setTimeout(PAUSE_MS);
  }
}
