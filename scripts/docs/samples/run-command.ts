import { Readable } from 'node:stream';
import { runCli as runCollector } from '../../../apps/collector/src/run-cli.ts';
import { runCli as runServer } from '../../../apps/server/src/run-cli.ts';
import { runCli as runWeeklyReport } from '../../../apps/weekly-report/src/run-cli.ts';

/** Where a command runs. */
export interface Surroundings {
  cwd: string;
  clock: { now: Date };
  variables: Record<string, string | undefined>;
}

/** What a command line prints on both streams, in the order in which it does. */
export async function runCommand({
  program,
  args,
  around: { cwd, clock, variables },
  stdin = '',
}: {
  program: string;
  args: readonly string[];
  around: Surroundings;
  stdin?: string;
}): Promise<string> {
  let printed = '';
  const output = {
    columns: 100,
    write: (text: string) => {
      printed += text;
      return true;
    },
  };
  const common = {
    variables,
    cwd,
    now: () => clock.now,
    fetch: onLoopback,
    sleep: () => Promise.resolve(),
    stdout: output,
    stderr: output,
    stopSignal: () => new AbortController().signal,
    openPrompts: () => Promise.resolve(null),
  };
  switch (program) {
    case 'clarity-keep':
      await runCollector(args, {
        ...common,
        random: () => 0,
        program: {
          node: '/usr/bin/node',
          script: '/srv/clarity-keep/apps/collector/dist/clarity-keep.mjs',
        },
        readStdin: () => Promise.resolve(null),
        streamStdin: () => null,
      });
      break;
    case 'clarity-keep-server':
      await runServer(args, {
        ...common,
        randomBytes: (size) => new Uint8Array(size).fill(7),
        openStdin: () => Readable.from([stdin]),
        exitWithin: () => undefined,
      });
      break;
    case 'clarity-keep-report':
      await runWeeklyReport(args, {
        ...common,
        openTransport: () => Promise.resolve({ send: () => Promise.resolve(null) }),
        openFile: () => Promise.resolve(),
      });
      break;
    default:
      throw new Error(`A sample runs one of our programs, not "${program}".`);
  }
  return printed;
}

/** A sample calls the simulator and nobody else. */
const onLoopback: typeof fetch = (url, init) => {
  const { hostname } = new URL(url instanceof Request ? url.url : url);
  if (hostname !== '127.0.0.1') throw new Error(`A sample must not call ${hostname}.`);
  return fetch(url, init);
};
