import { exitCodes } from './exit-code.ts';

type Watched = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'exitCode'> & {
  once(event: 'exit', listener: (code: number) => void): unknown;
};

/**
 * Lets a command finish its work when its output cannot be written: a collection is worth more than what
 * it says of itself. It keeps its exit code when who reads has had enough, as `head` has. Anything else,
 * as a full disk, is said once and gives a success the exit code 2, for the result is lost.
 */
export function watchOutput(process: Watched): void {
  let isTold = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (isTold || Reflect.get(error, 'code') === 'EPIPE') return;
      isTold = true;
      process.once('exit', (code) => {
        if (code === exitCodes.done) process.exitCode = exitCodes.usage;
      });
      process.stderr.write(`Could not write the output: ${error.message}.\n`);
    });
  }
}
