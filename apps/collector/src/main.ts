import { realpathSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { listenForStop, openPrompts, tellCrashes, watchOutput } from '@clarity-keep/command-line';
import { runCli } from './run-cli.ts';
import { sleep } from './sleep.ts';

watchOutput(process);
tellCrashes(process);
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
  // The largest response takes 180 MB instead of 250; a usual one is unaffected.
  preferMemory: () => setFlagsFromString('--optimize-for-size'),
  stopSignal: (withinMs) => listenForStop(process, { withinMs }),
  openPrompts: () => openPrompts(process),
  readStdin: async () =>
    process.stdin.isTTY ? null : (await import('node:stream/consumers')).text(process.stdin),
  streamStdin: () => (process.stdin.isTTY ? null : process.stdin),
});
