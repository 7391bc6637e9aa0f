import { Temporal } from 'temporal-polyfill';

/** How long ago, as a person writes it: `400d`, `18m` (calendar months), `2y`. */
export type Age = { days: number } | { months: number } | { years: number };

/** The age of a text, or null when it is none. At most four digits, so that every age has a date. */
export function parseAge(text: string): Age | null {
  const match = /^(\d{1,4})([dmy])$/i.exec(text.trim());
  if (match === null) return null;
  const amount = Number(match[1]);
  switch (match[2]?.toLowerCase()) {
    case 'd':
      return { days: amount };
    case 'm':
      return { months: amount };
    default:
      return { years: amount };
  }
}

/** The instant of that age, by the UTC calendar: a month before 31 March is the end of February. */
export function instantBefore(now: Date, age: Age): Date {
  const then = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('UTC')
    .subtract(age);
  return new Date(then.epochMilliseconds);
}
