import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import type { IsoWeek } from '../calendar/iso-week.ts';
import { firstDayOfWeek } from '../calendar/iso-week.ts';
import { weekdayOf } from '../calendar/weekday.ts';
import { listed } from './lists.ts';
import { counted } from './numbers.ts';

// Not by Intl, which takes a while to start and writes September as "Sept".
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** `16 Nov` */
export function dayAndMonth(day: Day): string {
  return `${dayOfMonth(day)} ${monthName(day)}`;
}

/** `16 Nov 2026` */
export function dayMonthYear(day: Day): string {
  return `${dayAndMonth(day)} ${yearOf(day)}`;
}

/** `Nov 2026` */
export function monthAndYear(day: Day): string {
  return `${monthName(day)} ${yearOf(day)}`;
}

/** `Wednesday` */
export function weekdayName(day: Day): string {
  return weekdays[weekdayOf(day)] ?? '';
}

/** `Wed` */
export function shortWeekday(day: Day): string {
  return weekdayName(day).slice(0, 3);
}

/** `Wed 18 Nov` */
export function dayName(day: Day): string {
  return `${shortWeekday(day)} ${dayAndMonth(day)}`;
}

/** `Wed 18 Nov 2026` */
export function fullDay(day: Day): string {
  return `${dayName(day)} ${yearOf(day)}`;
}

/** Days one by one: `Tue 17 Nov, Wed 18 Nov and Sun 22 Nov`; all seven are "the whole week". */
export function daysInWords(days: readonly Day[]): string {
  return days.length === 7 ? 'the whole week' : listed(days.map(dayName));
}

/** `16–22 Nov`, `30 Nov – 6 Dec`; with years where they differ. */
export function dayRange({ from, to }: { from: Day; to: Day }): string {
  if (yearOf(from) !== yearOf(to)) return `${dayMonthYear(from)} – ${dayMonthYear(to)}`;
  if (from === to) return dayAndMonth(from);
  return monthName(from) === monthName(to)
    ? `${dayOfMonth(from)}–${dayAndMonth(to)}`
    : `${dayAndMonth(from)} – ${dayAndMonth(to)}`;
}

/** `16–22 Nov 2026` */
export function dayRangeWithYear(range: { from: Day; to: Day }): string {
  const isOneYear = yearOf(range.from) === yearOf(range.to);
  return isOneYear ? `${dayRange(range)} ${yearOf(range.to)}` : dayRange(range);
}

/** A week as people know it, by its dates: `16–22 Nov`. */
export function weekDates(week: IsoWeek): string {
  return dayRange(rangeOf(week));
}

/** `16–22 Nov 2026` */
export function weekDatesWithYear(week: IsoWeek): string {
  return dayRangeWithYear(rangeOf(week));
}

/** Days that follow each other as one text each: `17–19 Nov`, `23 Nov`. */
export function dayStretches(days: readonly Day[]): string[] {
  return stretchesOf(days).map(dayRange);
}

/** The same for those who type days: `2026-11-17 to 2026-11-19`, `2026-11-23`. */
export function isoStretches(days: readonly Day[]): string[] {
  return stretchesOf(days).map(({ from, to }) => (from === to ? from : `${from} to ${to}`));
}

/** `2026-11-29 09:35 UTC`, whatever time zone the reader is in. */
export function minuteUtc(instant: Date | string): string {
  return `${minute(instant)} UTC`;
}

/** The same under a heading that says UTC: `2026-11-29 09:35`. */
export function minute(instant: Date | string): string {
  const iso = typeof instant === 'string' ? instant : instant.toISOString();
  return iso.slice(0, 16).replace('T', ' ');
}

/** How long ago an instant was, in its largest unit: `17 hours ago`. */
export function timeAgo(instant: Date | string, now: Date | string): string {
  const passed = new Date(now).getTime() - new Date(instant).getTime();
  const minutes = Math.max(0, Math.round(passed / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${counted(minutes, 'minute')} ago`;
  if (minutes < 48 * 60) return `${counted(Math.round(minutes / 60), 'hour')} ago`;
  return `${counted(Math.floor(minutes / 1440), 'day')} ago`;
}

function stretchesOf(days: readonly Day[]): { from: Day; to: Day }[] {
  const stretches: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const current = stretches.at(-1);
    if (current !== undefined && addDays(current.to, 1) === day) current.to = day;
    else stretches.push({ from: day, to: day });
  }
  return stretches;
}

function rangeOf(week: IsoWeek): { from: Day; to: Day } {
  const from = firstDayOfWeek(week);
  return { from, to: addDays(from, 6) };
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}

function monthName(day: Day): string {
  return months[Number(day.slice(5, 7)) - 1] ?? '';
}

function dayOfMonth(day: Day): string {
  return String(Number(day.slice(8)));
}
