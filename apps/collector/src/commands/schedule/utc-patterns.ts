import type { Schedule } from '@clarity-keep/environment';
import type { Job } from '@clarity-keep/collection';
import { cronFields, cronWeekday, timesOfJob } from '@clarity-keep/collection';

export interface UtcPatterns {
  /** cron's five fields; two of them where the hours of a report span midnight in UTC. */
  patterns: string[];
  /** How late they can be by the clock of the zone; 0 where that never changes. */
  lateMinutes: number;
}

const MINUTES_OF_DAY = 24 * 60;
const WEEK_MS = 7 * 24 * 3_600_000;
const WEEKS = 53;

/**
 * A job's times for a cron that knows only UTC. No pattern can follow summer time, so these are never early: a
 * report must not come before its week is over.
 */
export function utcPatterns(schedule: Schedule, job: Job, now: Date): UtcPatterns {
  const offsets = offsetsOfYear(schedule.timeZone, now);
  const { first, last, minute } = timesOfJob(schedule, job);
  const runs = Array.from({ length: last - first + 1 }, (_, hour) => {
    const utc = (first + hour) * 60 + minute - Math.min(...offsets);
    const laterDays = Math.floor(utc / MINUTES_OF_DAY);
    return { laterDays, minuteOfDay: utc - laterDays * MINUTES_OF_DAY };
  });
  const days = [...new Set(runs.map(({ laterDays }) => laterDays))];
  return {
    patterns: days.map((day) => {
      const ofDay = runs.filter(({ laterDays }) => laterDays === day);
      const hours = ofDay.map(({ minuteOfDay }) => Math.floor(minuteOfDay / 60));
      const times = {
        first: Math.min(...hours),
        last: Math.max(...hours),
        minute: (ofDay[0]?.minuteOfDay ?? NaN) % 60,
      };
      return cronFields(times, job === 'report' ? (cronWeekday(schedule) + day + 7) % 7 : null);
    }),
    lateMinutes: Math.max(...offsets) - Math.min(...offsets),
  };
}

/** The minutes that a time zone is ahead of UTC in the coming year, week by week. */
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
