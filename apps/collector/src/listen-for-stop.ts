import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Lets the first signal abort what is returned, so that work can come to its end; another one ends the
 * process at once. As process 1 of a container it would otherwise be deaf to it.
 */
export function listenForStop(process: Pick<NodeJS.Process, 'on' | 'exit'>): AbortSignal {
  const stop = new AbortController();
  for (const signal of signals) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(128 + constants.signals[signal]);
      stop.abort();
    });
  }
  return stop.signal;
}
