import { SingleBar } from 'cli-progress';
import type { Output } from '@clarity-keep/command-line';

export interface ProgressBar {
  update: (done: number, total: number) => void;
  stop: () => void;
}

/** A bar on a terminal; silence everywhere else. */
export function progressBar(output: Output): ProgressBar {
  if (output.isTTY !== true) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: 'Importing {bar} {percentage} %',
    hideCursor: true,
    clearOnComplete: true,
  });
  let isStarted = false;
  return {
    update(done, total) {
      if (!isStarted) bar.start(total, 0);
      isStarted = true;
      bar.update(Math.min(done, total));
    },
    stop: () => bar.stop(),
  };
}
