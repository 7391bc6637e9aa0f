import type { Schedule } from '@clarity-keep/environment';
import { reportHours, weekdays } from '@clarity-keep/environment';
import { Cron } from 'croner';

/** What runs on a schedule, in the order in which it runs when both are due. */
export const jobs = ['collect', 'report'] as const;

export type Job = (typeof jobs)[number];

/**
 * When a job runs, as the five fields of cron in the zone of the schedule: `15 5 * * *`. The report is
 * tried every hour while it may have to wait for the last day of its week: `30 7-12 * * 1`.
 */
export function cronPattern(schedule: Schedule, job: Job): string {
  return cronFields(timesOfJob(schedule, job), job === 'report' ? cronWeekday(schedule) : null);
}

/** The hours of its day in which a job runs, the first and the last, and the minute. */
export interface JobTimes {
  first: number;
  last: number;
  minute: number;
}

export function timesOfJob(schedule: Schedule, job: Job): JobTimes {
  if (job === 'report') return reportHours(schedule);
  const [hour = NaN, minute = NaN] = schedule.collectAt.split(':').map(Number);
  return { first: hour, last: hour, minute };
}

/** The weekday of the report as cron counts: Sunday is 0 there, and comes last in ours. */
export function cronWeekday({ reportOn }: Schedule): number {
  return (weekdays.indexOf(reportOn) + 1) % 7;
}

/** Five fields of cron; every day when the weekday is null. */
export function cronFields({ first, last, minute }: JobTimes, weekday: number | null): string {
  const hours = first === last ? String(first) : `${first}-${last}`;
  return `${minute} ${hours} * * ${weekday ?? '*'}`;
}

/**
 * The first time after `now` at which a job runs. A time that is skipped in spring runs when the clock has jumped;
 * a time that occurs twice in autumn is the first of the two.
 */
export function nextRun(schedule: Schedule, job: Job, now: Date): Date {
  return present(cronOf(schedule, job).nextRun(now), schedule, job);
}

/** The last time, `now` included, at which a job should have run. */
export function previousRun(schedule: Schedule, job: Job, now: Date): Date {
  // croner looks only before the instant it is given.
  const [previous] = cronOf(schedule, job).previousRuns(1, new Date(now.getTime() + 1));
  return present(previous, schedule, job);
}

function cronOf(schedule: Schedule, job: Job): Cron {
  return new Cron(cronPattern(schedule, job), { timezone: schedule.timeZone, mode: '5-part' });
}

function present(run: Date | null | undefined, schedule: Schedule, job: Job): Date {
  if (run instanceof Date) return run;
  throw new Error(`No run of ${cronPattern(schedule, job)} was found in ${schedule.timeZone}.`);
}
