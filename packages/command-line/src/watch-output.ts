/**
 * Lets a command finish its work and keep its exit code when who reads its output has had enough, as
 * `head` has: what it writes from then on is lost.
 */
export function ignoreClosedPipe({
  stdout,
  stderr,
}: Pick<NodeJS.Process, 'stdout' | 'stderr'>): void {
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error) => {
      if (Reflect.get(error, 'code') !== 'EPIPE') throw error;
    });
  }
}
