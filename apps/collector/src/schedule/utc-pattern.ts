import type { Schedule } from '@clarity-keep/environment';
import { weekdays } from '@clarity-keep/environment';
import type { Job } from './next-run.ts';
import { timeOfJob } from './next-run.ts';

export interface UtcPattern {
  /** cron's five fields. */
  pattern: string;
  /** How late it can be by the clock of the zone; 0 where that never changes. */
  lateMinutes: number;
}

const MINUTES_OF_DAY = 24 * 60;
const WEEK_MS = 7 * 24 * 3_600_000;
const WEEKS = 53;

/**
 * A job's time for a cron that knows only UTC. Where the zone has summer time, one pattern cannot follow
 * it: this one is never early, for a report before its week is over would be none.
 */
export function utcPattern(schedule: Schedule, job: Job, now: Date): UtcPattern {
  const offsets = offsetsOfYear(schedule.timeZone, now);
  const { hour, minute } = timeOfJob(schedule, job);
  const utc = hour * 60 + minute - Math.min(...offsets);
  const laterDays = Math.floor(utc / MINUTES_OF_DAY);
  const ofDay = utc - laterDays * MINUTES_OF_DAY;
  const weekday = (weekdays.indexOf(schedule.reportOn) + 1 + laterDays + 7) % 7;
  return {
    pattern: `${ofDay % 60} ${Math.floor(ofDay / 60)} * * ${job === 'report' ? weekday : '*'}`,
    lateMinutes: Math.max(...offsets) - Math.min(...offsets),
  };
}

/** The minutes that a zone is ahead of UTC in the year from now, week by week. */
function offsetsOfYear(timeZone: string, from: Date): number[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return Array.from({ length: WEEKS }, (_, week) => {
    const parts = format.formatToParts(new Date(from.getTime() + week * WEEK_MS));
    return minutesOf(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  });
}

/** `GMT`, `GMT+05:30`, `GMT-03:00`. */
function minutesOf(offset: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(offset) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
