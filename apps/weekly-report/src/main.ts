import { setTimeout } from 'node:timers/promises';
import { openPrompts, tellCrashes, watchOutput } from '@clarity-keep/command-line';
import { runCli } from './run-cli.ts';

watchOutput(process);
tellCrashes(process);
process.exitCode = await runCli(process.argv.slice(2), {
  variables: process.env,
  cwd: process.cwd(),
  now: () => new Date(),
  fetch: (url, init) => fetch(url, init),
  sleep: (ms) => setTimeout(ms),
  openTransport: async (settings) => (await import('@clarity-keep/mail')).openTransport(settings),
  openFile: async (path) => (await import('./browser/open-file.ts')).openFile(path),
  openPrompts: () => openPrompts(process),
  stdout: process.stdout,
  stderr: process.stderr,
});
