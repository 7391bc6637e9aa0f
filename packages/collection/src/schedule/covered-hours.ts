import { overlapSeconds, reportingDay, rollingWindow } from '@clarity-keep/core';
import type { Schedule } from '@clarity-keep/environment';
import { nextRun } from './next-run.ts';

/** Hours of a day that a run must cover for its numbers to be those of the day. */
export const WANTED_HOURS = 20;

/** How many hours of one day in a time zone the last 24 hours cover at the next scheduled collection, 12 to 24. */
export function coveredHours(schedule: Schedule, timeZone: string, now: Date): number {
  const end = nextRun(schedule, 'collect', now);
  const day = reportingDay(end, timeZone);
  return overlapSeconds(rollingWindow(end, 1), day, timeZone) / 3600;
}
