import { randomBytes } from 'node:crypto';
import { watchOutput } from '@clarity-keep/command-line';
import { runCli } from './run-cli.ts';

const stop = new AbortController();
// Once: a second signal ends the process as if nobody listened.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());

watchOutput(process);
process.exitCode = await runCli(process.argv.slice(2), {
  variables: process.env,
  cwd: process.cwd(),
  now: () => new Date(),
  randomBytes,
  stdout: process.stdout,
  stderr: process.stderr,
  stop: stop.signal,
});
