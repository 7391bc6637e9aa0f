import type { Output } from '@clarity-keep/command-line';
import { outputStream } from '@clarity-keep/command-line';
import { SingleBar } from 'cli-progress';

export interface ProgressBar {
  update: (done: number, total: number) => void;
  stop: () => void;
}

/** A bar with a title such as "Importing" on a terminal; nothing elsewhere. */
export function progressBar(output: Output, doing: string): ProgressBar {
  if (output.isTTY !== true) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: `${doing} {bar} {percentage}%`,
    hideCursor: true,
    clearOnComplete: true,
    stream: outputStream(output),
  });
  let isStarted = false;
  return {
    update(done, total) {
      // Nobody knows how much standard input holds.
      if (total === 0) return;
      if (!isStarted) bar.start(total, 0);
      isStarted = true;
      bar.update(Math.min(done, total));
    },
    stop: () => bar.stop(),
  };
}
