import type { CliDeps } from '../../src/cli-deps.ts';
import { openTransport } from '@clarity-keep/mail';
import { runCli } from '../../src/run-cli.ts';

const NOW = '2026-11-23T08:00:00Z';

export interface ReportRun {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs one command line of clarity-keep-report in a folder. */
export async function runReport(
  argv: string[],
  {
    cwd,
    variables = {},
    now = NOW,
    prompts = null,
    openFile = () => Promise.reject(new Error('nothing was to be opened')),
  }: {
    cwd: string;
    variables?: Record<string, string>;
    now?: string;
    /** Who sits at the terminal, if somebody does. */
    prompts?: Awaited<ReturnType<CliDeps['openPrompts']>>;
    openFile?: (path: string) => Promise<void>;
  },
): Promise<ReportRun> {
  const written = { stdout: '', stderr: '' };
  const exitCode = await runCli(argv, {
    variables,
    cwd,
    now: () => new Date(now),
    fetch: (url, init) => fetch(url, init),
    sleep: async () => undefined,
    openTransport: async (settings) => openTransport(settings),
    openFile,
    openPrompts: async () => prompts,
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { exitCode, ...written };
}
