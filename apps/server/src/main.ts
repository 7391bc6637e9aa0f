import { randomBytes } from 'node:crypto';
import { listenForStop, tellCrashes, watchOutput } from '@clarity-keep/command-line';
import { runCli } from './run-cli.ts';

watchOutput(process);
tellCrashes(process);
process.exitCode = await runCli(process.argv.slice(2), {
  variables: process.env,
  cwd: process.cwd(),
  now: () => new Date(),
  randomBytes,
  openStdin: () => process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  stopSignal: (withinMs) => listenForStop(process, { withinMs }),
  exitWithin: (ms) => void setTimeout(() => process.exit(), ms).unref(),
});
