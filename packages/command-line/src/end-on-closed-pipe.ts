/** Ends the process quietly when who reads its output has had enough, as `head` has. */
export function endOnClosedPipe({ stdout, exit }: Pick<NodeJS.Process, 'stdout' | 'exit'>): void {
  stdout.on('error', (error) => {
    if (Reflect.get(error, 'code') === 'EPIPE') exit(0);
    throw error;
  });
}
