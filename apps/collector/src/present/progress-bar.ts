import { Writable } from 'node:stream';
import type { Output } from '@clarity-keep/command-line';
import { SingleBar } from 'cli-progress';

export interface ProgressBar {
  update: (done: number, total: number) => void;
  stop: () => void;
}

/** A bar on a terminal; silence everywhere else. */
export function progressBar(output: Output, doing = 'Importing'): ProgressBar {
  if (output.isTTY !== true) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: `${doing} {bar} {percentage} %`,
    hideCursor: true,
    clearOnComplete: true,
    stream: terminalOf(output),
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

/** The output as the stream that cli-progress asks for. */
function terminalOf(output: Output): NodeJS.WritableStream {
  const stream = new Writable({
    decodeStrings: false,
    write(text, _encoding, done) {
      output.write(String(text));
      done();
    },
  });
  return Object.assign(stream, { isTTY: true, columns: output.columns });
}
