import { setTimeout } from 'node:timers/promises';

/** Waits for a number of milliseconds, or until the signal is aborted. */
export async function sleep(ms: number, stop?: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, stop === undefined ? {} : { signal: stop });
  } catch (error) {
    if (stop?.aborted !== true) throw error;
  }
}
