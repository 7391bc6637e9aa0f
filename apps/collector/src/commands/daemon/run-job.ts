import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, tellError } from '@clarity-keep/command-line';
import type { Job } from '@clarity-keep/collection';
import type { DaemonEvent } from './daemon-event.ts';
import type { JobState, Reason } from './job-state.ts';
import { afterRun } from './job-state.ts';

/** How a job ended. */
export interface JobEnd {
  exitCode: ExitCode;
  /** Whether a server could not be reached, which a worse failure may hide in the exit code. */
  wasUnavailable: boolean;
  /** When calls become free that a collection had to leave out; null when it left none. */
  callsFreeAt: Date | null;
}

export interface RunJobDeps {
  now: () => Date;
  /** Why a job cannot run at present; null when it can. */
  obstacle: (job: Job) => string | null;
  run: (job: Job) => Promise<JobEnd>;
  log: (event: DaemonEvent) => void;
}

/** Runs a job, reports the outcome, and returns its new state. Never throws. */
export async function runJob(
  deps: RunJobDeps,
  { job, reason, state }: { job: Job; reason: Reason; state: JobState },
): Promise<JobState> {
  const { now, log } = deps;
  const startedAt = now();
  const end = await endOf(deps, { job, reason });
  if (end === null) return { lastStart: startedAt, retries: 0 };
  const endedAt = now();
  const after = afterRun(state, { reason, startedAt, endedAt, end });
  log({
    type: 'job-ended',
    job,
    exitCode: end.exitCode,
    seconds: Math.round((endedAt.getTime() - startedAt.getTime()) / 1000),
    retryAt: after.retryAt?.toISOString() ?? null,
  });
  return after;
}

/** Null when the job was skipped. */
async function endOf(
  { obstacle, run, log }: RunJobDeps,
  { job, reason }: { job: Job; reason: Reason },
): Promise<JobEnd | null> {
  try {
    const why = obstacle(job);
    if (why !== null) {
      log({ type: 'job-skipped', job, why });
      return null;
    }
    log({ type: 'job-started', job, reason });
    return await run(job);
  } catch (error) {
    const { exitCode, text } = await tellError(error);
    for (const line of text.split('\n')) log({ type: 'job-said', job, line });
    return { exitCode, wasUnavailable: exitCode === exitCodes.unavailable, callsFreeAt: null };
  }
}
