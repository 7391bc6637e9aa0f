import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const index = join(import.meta.dirname, '../src/index.ts');

/** A process that listens, and goes on for ever unless `onStop` ends it. */
async function aProcess(onStop: string, withinMs = 600_000) {
  const program = `
    import { listenForStop } from ${JSON.stringify(index)};
    const stop = listenForStop(process, { withinMs: ${withinMs} });
    const forEver = setInterval(() => undefined, 1000);
    stop.addEventListener('abort', () => { console.log('told'); ${onStop} });
    console.log('listens');`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

it.each(['SIGINT', 'SIGTERM'] as const)('lets work come to its end on %s', async (signal) => {
  const child = await aProcess('clearInterval(forEver);');
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it.each([
  ['SIGINT', 'SIGTERM', 143],
  ['SIGTERM', 'SIGINT', 130],
] as const)('ends at once on %s and then %s', async (first, second, exitCode) => {
  const child = await aProcess('');
  child.kill(first);
  await once(child.stdout, 'data');
  child.kill(second);
  expect(await once(child, 'exit')).toEqual([exitCode, null]);
});

it('ends when work does not, although nobody says it again', async () => {
  const child = await aProcess('', 10);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([143, null]);
});

it('leaves SIGHUP to end it at once, and to nohup', async () => {
  const child = await aProcess('');
  child.kill('SIGHUP');
  expect(await once(child, 'exit')).toEqual([null, 'SIGHUP']);
});
