import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { runCli } from '../../src/run-cli.ts';
import { aDirectory } from './kept.ts';

export interface RunOptions {
  cwd?: string;
  variables?: Record<string, string>;
  /** Told to stop before it starts: it serves and ends. */
  stopped?: boolean;
}

export interface EndedRun {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** One command line of `clarity-keep-server`, in an empty folder unless another is given. */
export async function run(
  argv: readonly string[],
  { cwd = aDirectory(), variables = {}, stopped = false }: RunOptions = {},
): Promise<EndedRun> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runCli(argv, {
    variables,
    cwd,
    now: () => new Date('2026-11-23T06:00:00Z'),
    randomBytes,
    openStdin: () => Readable.from([]),
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    stopSignal: () => (stopped ? AbortSignal.abort() : new AbortController().signal),
    exitWithin: () => undefined,
  });
  return { exitCode, stdout, stderr };
}
