/** A UTC calendar day, `YYYY-MM-DD`. */
export type Day = string;

export const DAY_MS = 86_400_000;

/** The UTC day that holds `instant` (epoch milliseconds). */
export function dayOf(instant: number): Day {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The first instant of a UTC day, in epoch milliseconds. */
export function startOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(startOfDay(day) + days * DAY_MS);
}

/** 0 = Monday ... 6 = Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(startOfDay(day)).getUTCDay() + 6) % 7;
}
