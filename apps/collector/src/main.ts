import { realpathSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { openPrompts, watchOutput } from '@clarity-keep/command-line';
import { listenForStop } from './listen-for-stop.ts';
import { runCli } from './run-cli.ts';
import { sleep } from './sleep.ts';

watchOutput(process);
process.exitCode = await runCli(process.argv.slice(2), {
  variables: process.env,
  cwd: process.cwd(),
  now: () => new Date(),
  fetch: (url, init) => fetch(url, init),
  sleep,
  random: Math.random,
  stdout: process.stdout,
  stderr: process.stderr,
  program: { node: process.execPath, script: realpathSync(process.argv[1] ?? '.') },
  // Of the largest answer 180 MB instead of 250, of a usual one the same.
  preferMemory: () => setFlagsFromString('--optimize-for-size'),
  stopSignal: () => listenForStop(process),
  openPrompts: () => openPrompts(process),
  readStdin: async () =>
    process.stdin.isTTY ? null : (await import('node:stream/consumers')).text(process.stdin),
});
