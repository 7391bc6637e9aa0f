import type { Schedule } from '@clarity-keep/environment';
import { weekdays } from '@clarity-keep/environment';
import { Cron } from 'croner';

/** What runs by itself, in the order in which it runs when both are due. */
export const jobs = ['collect', 'report'] as const;

export type Job = (typeof jobs)[number];

/** When a job runs, as the five fields of cron in the zone of the schedule: `30 7 * * 1`. */
export function cronPattern(schedule: Schedule, job: Job): string {
  const { hour, minute } = timeOfJob(schedule, job);
  // Sunday is 0 in cron, and the last of our weekdays.
  const weekday = (weekdays.indexOf(schedule.reportOn) + 1) % 7;
  return `${minute} ${hour} * * ${job === 'report' ? weekday : '*'}`;
}

/** The time of day at which a job runs. */
export function timeOfJob(
  { collectAt, reportAt }: Schedule,
  job: Job,
): { hour: number; minute: number } {
  const [hour = NaN, minute = NaN] = (job === 'collect' ? collectAt : reportAt)
    .split(':')
    .map(Number);
  return { hour, minute };
}

/**
 * The first time after `now` at which a job runs. A time that a night in spring leaves out is made up
 * for when the clock has jumped; one that a night in autumn has twice is its first.
 */
export function nextRun(schedule: Schedule, job: Job, now: Date): Date {
  return present(cronOf(schedule, job).nextRun(now), schedule, job);
}

/** The last time, `now` included, at which a job was to run. */
export function previousRun(schedule: Schedule, job: Job, now: Date): Date {
  // croner's answer is before the instant that it is given.
  const [previous] = cronOf(schedule, job).previousRuns(1, new Date(now.getTime() + 1));
  return present(previous, schedule, job);
}

function cronOf(schedule: Schedule, job: Job): Cron {
  return new Cron(cronPattern(schedule, job), { timezone: schedule.timeZone, mode: '5-part' });
}

function present(run: Date | null | undefined, schedule: Schedule, job: Job): Date {
  if (run instanceof Date) return run;
  throw new Error(
    `Expected ${cronPattern(schedule, job)} in ${schedule.timeZone} to have a run, found none.`,
  );
}
