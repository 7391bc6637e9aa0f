import { Temporal } from 'temporal-polyfill';

/** A length of time as people write it: `400d`, `18m` (calendar months), `2y`. */
export type Age = { days: number } | { months: number } | { years: number };

/** Parses an age; null when the text is not one. At most four digits, so that every age has a date. */
export function parseAge(text: string): Age | null {
  const { amount = '', unit = '' } =
    /^(?<amount>\d{1,4})(?<unit>[dmy])$/i.exec(text.trim())?.groups ?? {};
  switch (unit.toLowerCase()) {
    case 'd':
      return { days: Number(amount) };
    case 'm':
      return { months: Number(amount) };
    case 'y':
      return { years: Number(amount) };
    default:
      return null;
  }
}

/** The instant that long ago, by the UTC calendar: a month before 31 March is the end of February. */
export function instantBefore(now: Date, age: Age): Date {
  const then = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('UTC')
    .subtract(age);
  return new Date(then.epochMilliseconds);
}

/** The instant that long from now, by the UTC calendar. */
export function instantAfter(now: Date, age: Age): Date {
  const then = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('UTC')
    .add(age);
  return new Date(then.epochMilliseconds);
}
