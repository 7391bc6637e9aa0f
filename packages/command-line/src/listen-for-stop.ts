import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Lets the first signal abort what is returned, so that work can come to its end. Another one ends the
 * process at once, and so does the time that the end may take: 128 and the number of the signal are then its
 * exit code. As process 1 of a container it would otherwise be deaf to it.
 *
 * Only for programs that run until stopped, and only once there is work to finish: no program listens
 * while a process computes or waits for SQLite, whereas the signal itself ends it there too. What is left
 * then is as after a crash. SIGHUP is left to that, for nohup to work.
 */
export function listenForStop(
  process: Pick<NodeJS.Process, 'on' | 'exit'>,
  { withinMs }: { withinMs: number },
): AbortSignal {
  const stop = new AbortController();
  for (const signal of signals) {
    process.on(signal, () => {
      const end = (): void => void process.exit(128 + constants.signals[signal]);
      if (stop.signal.aborted) end();
      stop.abort();
      setTimeout(end, withinMs).unref();
    });
  }
  return stop.signal;
}
