import type { Day } from '../calendar/day.ts';

const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** Days as people write them: `Tue 17 Nov, Wed 18 Nov and Sun 22 Nov`; all seven are "the whole week". */
export function daysInWords(days: readonly Day[]): string {
  if (days.length === 7) return 'the whole week';
  const words = days.map((day) => format.format(new Date(`${day}T00:00:00Z`)).replaceAll(',', ''));
  return new Intl.ListFormat('en-GB').format(words);
}
