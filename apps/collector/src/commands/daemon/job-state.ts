import { dayOfInstant, weekOf } from '@clarity-keep/core';
import type { Schedule } from '@clarity-keep/environment';
import type { Job } from '@clarity-keep/collection';
import { nextRun, previousRun } from '@clarity-keep/collection';

/** What the daemon remembers of a job. What was collected or sent is in the database. */
export interface JobState {
  /** Undefined until it has run. */
  lastStart?: Date | undefined;
  /** When it is retried after a temporary failure. */
  retryAt?: Date | undefined;
  retries: number;
}

export type Reason = 'on time' | 'late' | 'again';

/** Minutes after which Clarity or a mail server is tried again. More retries would use up the quota. */
const RETRY_MINUTES = [15, 60];

/** Refused calls cost nothing, but another program may use the project's calls all day. */
const MOST_QUOTA_RETRIES = 6;

/** Clarity's clock is not ours. */
const CLOCKS_APART_MS = 5_000;

/** A run that starts later than this is late. */
const ON_TIME_MS = 2 * 60_000;

/** Why a job is due now, or null when it is not. */
export function dueReason(
  schedule: Schedule,
  job: Job,
  { now, state }: { now: Date; state: JobState },
): Reason | null {
  const due = previousRun(schedule, job, now);
  const isNew = state.lastStart === undefined || due > state.lastStart;
  if (isNew && isStillWanted(schedule, job, { due, now })) {
    return now.getTime() - due.getTime() > ON_TIME_MS ? 'late' : 'on time';
  }
  return state.retryAt !== undefined && state.retryAt <= now ? 'again' : null;
}

/** When a job that is not due will run. */
export function nextStart(
  schedule: Schedule,
  job: Job,
  { now, state }: { now: Date; state: JobState },
): Date {
  const scheduled = nextRun(schedule, job, now);
  return state.retryAt !== undefined && state.retryAt < scheduled ? state.retryAt : scheduled;
}

/** A job's state after a run. */
export function afterRun(
  before: JobState,
  run: {
    reason: Reason;
    startedAt: Date;
    endedAt: Date;
    end: { wasUnavailable: boolean; callsFreeAt: Date | null };
  },
): JobState {
  const { reason, startedAt, endedAt, end } = run;
  const retries = reason === 'again' ? before.retries : 0;
  const retryAt = retryTime(end, { endedAt, retries });
  return retryAt === null
    ? { lastStart: startedAt, retries: 0 }
    : { lastStart: startedAt, retryAt, retries: retries + 1 };
}

function retryTime(
  { wasUnavailable, callsFreeAt }: { wasUnavailable: boolean; callsFreeAt: Date | null },
  { endedAt, retries }: { endedAt: Date; retries: number },
): Date | null {
  if (wasUnavailable) {
    const minutes = RETRY_MINUTES[retries];
    return minutes === undefined ? null : new Date(endedAt.getTime() + minutes * 60_000);
  }
  if (callsFreeAt === null || retries >= MOST_QUOTA_RETRIES) return null;
  return new Date(Math.max(callsFreeAt.getTime(), endedAt.getTime()) + CLOCKS_APART_MS);
}

/** A job's state after the clock was put back: runs that are in the future now have not happened. */
export function afterClockWentBack(state: JobState, now: Date): JobState {
  const { lastStart, retries } = state;
  return { lastStart: lastStart !== undefined && lastStart > now ? now : lastStart, retries };
}

/** A collection always can. A report is about the week before, so last week's is too late. */
function isStillWanted(
  { timeZone }: Schedule,
  job: Job,
  { due, now }: { due: Date; now: Date },
): boolean {
  const weekIn = (instant: Date) => weekOf(dayOfInstant(instant, timeZone));
  return job === 'collect' || weekIn(due) === weekIn(now);
}
