import type { ExitCode, Output } from '@clarity-keep/command-line';
import { exitCodes, messageOutput } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import type { Job } from '@clarity-keep/collection';
import { lineOutput } from './line-output.ts';
import type { JobEnd, RunJobDeps } from './run-job.ts';

/** Milliseconds a response may still take once the daemon is stopping: calls are precious. */
const CUT_MS = 5_000;

/** What each job does, as the command that cron would run. */
export type JobRuns = Readonly<Record<Job, (deps: CliDeps) => Promise<ExitCode>>>;

/**
 * The jobs as the commands that cron would run, in this process. They read their settings each time; what they print becomes lines of the log. When the daemon is stopped their pauses end, they begin
 * nothing new, and what they ask over the network is cut off after a while.
 */
export function daemonJobs(
  deps: CliDeps,
  { runs, log, stop }: { runs: JobRuns; log: RunJobDeps['log']; stop: AbortSignal },
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
        ? 'because SMTP_URL is not set: no report is sent'
        : null,
    async run(job) {
      const output = lineOutput((line) => log({ type: 'job-said', job, line }));
      try {
        return await runInProcess(job, { runs, deps: { ...deps, sleep, fetch, stop }, output });
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
  { runs, deps, output }: { runs: JobRuns; deps: CliDeps; output: Output },
): Promise<JobEnd> {
  const codes: ExitCode[] = [];
  const free: number[] = [];
  const exitCode = await runs[job]({
    ...deps,
    stdout: output,
    stderr: messageOutput(output),
    onCollected: (code, callsFreeAt) => {
      codes.push(code);
      if (callsFreeAt !== null) free.push(callsFreeAt.getTime());
    },
  });
  return {
    exitCode,
    wasUnavailable: [exitCode, ...codes].includes(exitCodes.unavailable),
    callsFreeAt: free.length === 0 ? null : new Date(Math.min(...free)),
  };
}

function hasMailServer({ cwd, variables }: CliDeps): boolean {
  return (readVariables(cwd, variables)['SMTP_URL'] ?? '').trim() !== '';
}
