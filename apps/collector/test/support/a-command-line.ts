import type { Prompts } from '@clarity-keep/command-line';
import type { CliDeps } from '../../src/cli-deps.ts';
import { runCli } from '../../src/run-cli.ts';
import { aFolder } from './a-database.ts';
import { someDeps } from './some-deps.ts';

export interface CommandLineRun {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface CommandLine {
  folder: string;
  run: (...argv: string[]) => Promise<CommandLineRun>;
}

export interface CommandLineOptions {
  now?: Date;
  columns?: number;
  /** The file that the program was started with. */
  script?: string;
  /** Who answers; null is no terminal. */
  prompts?: Prompts | null;
  /** What comes in on standard input; null is a terminal. */
  stdin?: string | Buffer | null;
}

/** A command line in an empty folder, with only these variables set. */
export function aCommandLine(
  variables: Record<string, string | undefined> = {},
  {
    now = new Date('2026-11-20T05:00:00Z'),
    columns = 100,
    script = '/opt/clarity-keep/apps/collector/dist/clarity-keep.mjs',
    prompts = null,
    stdin = null,
  }: CommandLineOptions = {},
): CommandLine {
  const folder = aFolder();
  const deps: Parameters<typeof runInFolder>[1] = {
    variables,
    cwd: folder,
    columns,
    now: () => now,
    openPrompts: () => Promise.resolve(prompts),
    readStdin: () => Promise.resolve(stdin === null ? null : stdin.toString()),
    streamStdin: () => (stdin === null ? null : inParts(Buffer.from(stdin))),
    program: { node: '/usr/bin/node', script },
  };
  return { folder, run: (...argv) => runInFolder(argv, deps) };
}

/** Runs one command line, and gives what it printed. */
export async function runInFolder(
  argv: readonly string[],
  { columns = 100, ...deps }: Partial<CliDeps> & { cwd: string; columns?: number | undefined },
): Promise<CommandLineRun> {
  const text = { stdout: '', stderr: '' };
  const exitCode = await runCli(
    argv,
    someDeps({
      stdout: { columns, write: (part) => (text.stdout += part) },
      stderr: { write: (part) => (text.stderr += part) },
      ...deps,
    }),
  );
  return { exitCode, ...text };
}

/** As a pipe brings it: in parts that end anywhere, and once. */
async function* inParts(bytes: Buffer): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += 1_000) {
    yield await Promise.resolve(bytes.subarray(at, at + 1_000));
  }
}
