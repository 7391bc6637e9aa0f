import { Temporal } from 'temporal-polyfill';

/** An instant by the clocks of a time zone: `2026-11-29 10:35 (Europe/Berlin)`. */
export function minuteIn(instant: Date, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
  return `${local.replace('T', ' ')} (${timeZone})`;
}
