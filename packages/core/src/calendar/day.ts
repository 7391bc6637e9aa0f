import { FIRST_DAY, LAST_DAY } from './calendar-bounds.ts';

/** A calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

const DAY_MS = 86_400_000;

/** @throws RangeError when the days leave the years that a date can have. */
export function addDays(day: Day, days: number): Day {
  return dayOf(timeOf(day) + days * DAY_MS);
}

/**
 * The days from `from` to `to`, both included, within the calendar; empty when `to` is before `from`. A day stored
 * by a wrong clock therefore never costs more than the length of the calendar.
 */
export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  const last = Math.min(timeOf(to), LAST_TIME);
  for (let time = Math.max(timeOf(from), FIRST_TIME); time <= last; time += DAY_MS) {
    days.push(dayOf(time));
  }
  return days;
}

/** How many days the inclusive range `from`..`to` holds. */
export function countDays(from: Day, to: Day): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY_MS) + 1;
}

const FIRST_TIME = timeOf(FIRST_DAY);
const LAST_TIME = timeOf(LAST_DAY);

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(time: number): Day {
  const iso = new Date(time).toISOString();
  return iso.slice(0, iso.indexOf('T'));
}
