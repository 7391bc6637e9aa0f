import type { Schedule } from '@clarity-keep/environment';
import type { Job } from '@clarity-keep/collection';
import { jobs } from '@clarity-keep/collection';
import type { JobState } from './job-state.ts';
import { afterClockWentBack, dueReason, nextStart } from './job-state.ts';
import type { RunJobDeps } from './run-job.ts';
import { runJob } from './run-job.ts';
import type { WaitDeps } from './wait-until.ts';
import { waitUntil } from './wait-until.ts';

export type DaemonDeps = RunJobDeps & WaitDeps;

/**
 * Runs the jobs at their times, one after the other, until stopped; a running job finishes first. Jobs that the
 * machine slept through, and at the start those that were `missed`, run late.
 */
export async function runDaemonJobs(
  deps: DaemonDeps,
  { schedule, missed }: { schedule: Schedule; missed: readonly Job[] },
): Promise<void> {
  const { now, log, stop } = deps;
  const atStart = (job: Job): JobState => ({
    lastStart: missed.includes(job) ? undefined : now(),
    retries: 0,
  });
  const states: Record<Job, JobState> = {
    collect: atStart('collect'),
    report: atStart('report'),
  };
  const due = (job: Job) => dueReason(schedule, job, { now: now(), state: states[job] });
  const next = (job: Job) => nextStart(schedule, job, { now: now(), state: states[job] });
  let running: Job | null = null;
  stop.addEventListener('abort', () => log({ type: 'stopping', job: running }), { once: true });
  while (!stop.aborted) {
    const job = jobs.find((one) => due(one) !== null);
    const reason = job === undefined ? null : due(job);
    if (job !== undefined && reason !== null) {
      running = job;
      states[job] = await runJob(deps, { job, reason, state: states[job] });
      running = null;
      continue;
    }
    const collect = next('collect');
    const report = next('report');
    log({ type: 'waiting', collect: collect.toISOString(), report: report.toISOString() });
    const jump = await waitUntil(deps, collect < report ? collect : report);
    if (jump === null) continue;
    log({ type: 'clock-jumped', from: jump.from.toISOString(), to: jump.to.toISOString() });
    for (const one of jobs) states[one] = afterClockWentBack(states[one], jump.to);
  }
  log({ type: 'stopped' });
}
