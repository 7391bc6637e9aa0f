import type { ExitCode, Output } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import type { Job } from '../schedule/next-run.ts';
import { lineOutput } from './line-output.ts';
import type { RunJobDeps } from './run-job.ts';

/** Runs a command line of this program. */
export type RunCommand = (argv: readonly string[], deps: CliDeps) => Promise<ExitCode>;

/**
 * The jobs as the command lines that cron would run, in this process. They read their settings anew each
 * time; what they print becomes lines of the log.
 */
export function daemonJobs(
  deps: CliDeps,
  { runCommand, log }: { runCommand: RunCommand; log: RunJobDeps['log'] },
): Pick<RunJobDeps, 'obstacle' | 'run'> {
  return {
    obstacle: (job) =>
      job === 'report' && !hasMailServer(deps)
        ? 'for SMTP_URL is not set: no report is sent'
        : null,
    async run(job) {
      const output = lineOutput((line) => log({ type: 'job-said', job, line }));
      try {
        return await runInProcess(job, { deps, runCommand, output });
      } finally {
        output.end();
      }
    },
  };
}

async function runInProcess(
  job: Job,
  { deps, runCommand, output }: { deps: CliDeps; runCommand: RunCommand; output: Output },
): Promise<ExitCode> {
  const outputs = { stdout: output, stderr: output };
  if (job === 'collect') return runCommand(['collect'], { ...deps, ...outputs });
  const { openTransport, runWeeklyReport } = await import('@clarity-keep/weekly-report');
  const { variables, cwd, now, fetch, sleep } = deps;
  return runWeeklyReport(['send'], {
    variables,
    cwd,
    now,
    fetch,
    sleep,
    openTransport: (settings) => Promise.resolve(openTransport(settings)),
    ...outputs,
  });
}

function hasMailServer({ cwd, variables }: CliDeps): boolean {
  return (readVariables(cwd, variables)['SMTP_URL'] ?? '').trim() !== '';
}
