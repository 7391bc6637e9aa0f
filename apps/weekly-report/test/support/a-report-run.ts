import { openTransport } from '../../src/send/open-transport.ts';
import { runCli } from '../../src/run-cli.ts';

const NOW = '2026-11-23T08:00:00Z';

export interface ReportRun {
  exitCode: number;
  stdout: string;
  stderr: string;
  /** Files that were opened for people to look at. */
  opened: string[];
}

/** Runs one command line of clarity-keep-report in a folder. */
export async function runReport(
  argv: string[],
  {
    cwd,
    variables = {},
    now = NOW,
  }: { cwd: string; variables?: Record<string, string>; now?: string },
): Promise<ReportRun> {
  const written = { stdout: '', stderr: '' };
  const opened: string[] = [];
  const exitCode = await runCli(argv, {
    variables,
    cwd,
    now: () => new Date(now),
    fetch: (url, init) => fetch(url, init),
    sleep: async () => undefined,
    openTransport: async (settings) => openTransport(settings),
    openFile: async (path) => void opened.push(path),
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { exitCode, ...written, opened };
}
