import type { Day } from '../calendar/day.ts';

const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });
const dayOfMonth = format({ day: 'numeric', month: 'short' });
const weekday = format({ weekday: 'long' });

/** Days as people write them: `Tue 17 Nov, Wed 18 Nov and Sun 22 Nov`; all seven are "the whole week". */
export function daysInWords(days: readonly Day[]): string {
  if (days.length === 7) return 'the whole week';
  return new Intl.ListFormat('en-GB').format(days.map(shortDay));
}

/** `11 Nov` */
export function dayAndMonth(day: Day): string {
  return dayOfMonth(day);
}

/** `Wednesday` */
export function weekdayName(day: Day): string {
  return weekday(day);
}

function format(options: Intl.DateTimeFormatOptions): (day: Day) => string {
  const formatter = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  return (day) => formatter.format(new Date(`${day}T00:00:00Z`)).replaceAll(',', '');
}
