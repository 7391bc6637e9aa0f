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

/** A command line in an empty folder, with only these variables set. */
export function aCommandLine(
  variables: Record<string, string | undefined> = {},
  {
    now = new Date('2026-11-20T05:00:00Z'),
    columns = 100,
    script = '/opt/clarity-keep/apps/collector/dist/clarity-keep.mjs',
  } = {},
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
