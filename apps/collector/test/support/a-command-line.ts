import type { Prompts } from '@clarity-keep/command-line';
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
  stdin?: string | null;
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
  return {
    folder,
    async run(...argv) {
      const run: CommandLineRun = { exitCode: -1, stdout: '', stderr: '' };
      run.exitCode = await runCli(
        argv,
        someDeps({
          variables,
          cwd: folder,
          now: () => now,
          openPrompts: () => Promise.resolve(prompts),
          readStdin: () => Promise.resolve(stdin),
          stdout: {
            columns,
            write: (text) => {
              run.stdout += text;
            },
          },
          stderr: {
            write: (text) => {
              run.stderr += text;
            },
          },
          program: { node: '/usr/bin/node', script },
        }),
      );
      return run;
    },
  };
}
