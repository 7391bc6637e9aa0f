import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const index = join(import.meta.dirname, '../src/index.ts');

/** Waits for its turn, prints more than once, goes on working, and tells so by its exit code. */
const program = `
  import { once } from 'node:events';
  import { setImmediate } from 'node:timers/promises';
  import { watchOutput } from ${JSON.stringify(index)};
  watchOutput(process);
  await once(process.stdin.resume(), 'end');
  for (let line = 0; line < 50; line += 1) {
    process.stdout.write('line\\n');
    process.stderr.write('line\\n');
    await setImmediate();
  }
  process.exitCode = 4;
`;

it('finishes its work and keeps its exit code when nobody reads on', async () => {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: 'pipe',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exit = once(child, 'exit');
  for (const stream of [child.stdout, child.stderr]) {
    const closed = once(stream, 'close');
    stream.destroy();
    await closed;
  }
  child.stdin.end();
  expect(await exit).toEqual([4, null]);
});

it.runIf(existsSync('/dev/full')).each([
  [0, 2],
  [4, 4],
])('says once that a full disk lost the output, and makes %i %i', async (own, told) => {
  const full = openSync('/dev/full', 'w');
  const writing = `
    import { watchOutput } from ${JSON.stringify(index)};
    watchOutput(process);
    process.stdout.write('one\\n');
    process.stdout.write('two\\n');
    process.exitCode = ${own};
  `;
  const child = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', writing], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect(child).toMatchObject({
    status: told,
    stderr: 'Could not write the output: ENOSPC: no space left on device, write.\n',
  });
});
