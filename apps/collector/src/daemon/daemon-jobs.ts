import type { ExitCode, Output } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import type { Job } from '../schedule/next-run.ts';
import { lineOutput } from './line-output.ts';
import type { JobEnd, RunJobDeps } from './run-job.ts';

/** Milliseconds that an answer may still take once the daemon is told to stop: a call is one of ten. */
const CUT_MS = 5_000;

/** Runs a command line of this program. */
export type RunCommand = (argv: readonly string[], deps: CliDeps) => Promise<ExitCode>;

/**
 * The jobs as the command lines that cron would run, in this process. They read their settings anew each
 * time; what they print becomes lines of the log. When it is told to stop their pauses end, they begin
 * nothing new, and what they ask over the network is cut off after a while.
 */
export function daemonJobs(
  deps: CliDeps,
  { runCommand, log, stop }: { runCommand: RunCommand; log: RunJobDeps['log']; stop: AbortSignal },
): Pick<RunJobDeps, 'obstacle' | 'run'> {
  const sleep: CliDeps['sleep'] = (ms, signal) =>
    deps.sleep(ms, signal === undefined ? stop : AbortSignal.any([stop, signal]));
  const cut = abortedAfter(stop, CUT_MS);
  const fetch: CliDeps['fetch'] = (url, init) =>
    deps.fetch(url, {
      ...init,
      signal: init.signal ? AbortSignal.any([init.signal, cut]) : cut,
    });
  return {
    obstacle: (job) =>
      job === 'report' && !hasMailServer(deps)
        ? 'for SMTP_URL is not set: no report is sent'
        : null,
    async run(job) {
      const output = lineOutput((line) => log({ type: 'job-said', job, line }));
      try {
        return await runInProcess(job, {
          deps: { ...deps, sleep, fetch, stop },
          runCommand,
          output,
        });
      } finally {
        output.end();
      }
    },
  };
}

function abortedAfter(signal: AbortSignal, ms: number): AbortSignal {
  const later = new AbortController();
  const wait = (): void => void setTimeout(() => later.abort(), ms).unref();
  if (signal.aborted) wait();
  else signal.addEventListener('abort', wait, { once: true });
  return later.signal;
}

async function runInProcess(
  job: Job,
  { deps, runCommand, output }: { deps: CliDeps; runCommand: RunCommand; output: Output },
): Promise<JobEnd> {
  const outputs = { stdout: output, stderr: output };
  if (job === 'collect') {
    const codes: ExitCode[] = [];
    const onCollected = (code: ExitCode): void => void codes.push(code);
    const exitCode = await runCommand(['collect'], { ...deps, ...outputs, onCollected });
    return { exitCode, wasUnavailable: [exitCode, ...codes].includes(exitCodes.unavailable) };
  }
  const { openTransport } = await import('@clarity-keep/mail');
  const { runWeeklyReport } = await import('@clarity-keep/weekly-report');
  const { variables, cwd, now, fetch, sleep } = deps;
  const exitCode = await runWeeklyReport(['send'], {
    variables,
    cwd,
    now,
    fetch,
    sleep,
    openTransport: (settings) => Promise.resolve(openTransport(settings)),
    openFile: () => Promise.reject(new Error('A daemon opens nothing.')),
    openPrompts: () => Promise.resolve(null),
    ...outputs,
  });
  return { exitCode, wasUnavailable: exitCode === exitCodes.unavailable };
}

function hasMailServer({ cwd, variables }: CliDeps): boolean {
  return (readVariables(cwd, variables)['SMTP_URL'] ?? '').trim() !== '';
}
