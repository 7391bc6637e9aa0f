import { styleText } from 'node:util';
import { SingleBar } from 'cli-progress';

export interface Progress {
  /** One more is done; the remark is told on a line of its own. */
  step(remark: string | null): void;
  stop(): void;
}

/** Says what the demo does: headings and progress on stderr, results on stdout. */
export interface Narrator {
  heading(text: string): void;
  say(text: string): void;
  progress(label: string, total: number): Progress;
}

export function createNarrator(stderr: NodeJS.WriteStream): Narrator {
  const say = (text: string): void => {
    stderr.write(`${text}\n`);
  };
  return {
    say,
    heading: (text) => say(`\n${styleText('bold', text, { stream: stderr })}`),
    progress: (label, total) =>
      stderr.isTTY ? bar(stderr, label, total) : lines(say, label, total),
  };
}

function bar(stream: NodeJS.WriteStream, label: string, total: number): Progress {
  const remarks: string[] = [];
  const single = new SingleBar({
    format: `${label} {bar} {value}/{total} days`,
    stream,
    hideCursor: true,
  });
  single.start(total, 0);
  return {
    step(remark) {
      if (remark !== null) remarks.push(remark);
      single.increment();
    },
    stop() {
      single.stop();
      for (const remark of remarks) stream.write(`${remark}\n`);
    },
  };
}

function lines(say: (text: string) => void, label: string, total: number): Progress {
  let done = 0;
  return {
    step(remark) {
      done += 1;
      if (remark !== null) say(remark);
      if (done % 7 === 0) say(`${label}: ${done} of ${total} days`);
    },
    stop: () => undefined,
  };
}
