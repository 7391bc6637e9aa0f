import type { ExitCode, Output } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import type { Job } from '../schedule/next-run.ts';
import { lineOutput } from './line-output.ts';
import type { JobEnd, RunJobDeps } from './run-job.ts';

/** Runs a command line of this program. */
export type RunCommand = (argv: readonly string[], deps: CliDeps) => Promise<ExitCode>;

/**
 * The jobs as the command lines that cron would run, in this process. They read their settings anew each
 * time; what they print becomes lines of the log. Their pauses end when it is told to stop.
 */
export function daemonJobs(
  deps: CliDeps,
  { runCommand, log, stop }: { runCommand: RunCommand; log: RunJobDeps['log']; stop: AbortSignal },
): Pick<RunJobDeps, 'obstacle' | 'run'> {
  const sleep: CliDeps['sleep'] = (ms, signal) =>
    deps.sleep(ms, signal === undefined ? stop : AbortSignal.any([stop, signal]));
  return {
    obstacle: (job) =>
      job === 'report' && !hasMailServer(deps)
        ? 'for SMTP_URL is not set: no report is sent'
        : null,
    async run(job) {
      const output = lineOutput((line) => log({ type: 'job-said', job, line }));
      try {
        return await runInProcess(job, { deps: { ...deps, sleep }, runCommand, output });
      } finally {
        output.end();
      }
    },
  };
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
  const { openTransport, runWeeklyReport } = await import('@clarity-keep/weekly-report');
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
