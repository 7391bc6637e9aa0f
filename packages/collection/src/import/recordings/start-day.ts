import type { Day } from '@clarity-keep/core';
import { dayOfInstant, instantOf, isCalendarInstant } from '@clarity-keep/core';
import { parseSeenAt } from '../session-source.ts';

export interface StartZones {
  /** Of the times in the file, unless they name one themselves. */
  timeZone: string;
  /** Of the project's days. */
  projectTimeZone: string;
}

const HAS_ZONE = /\d(?:Z|[+-]\d{2}:?\d{2})$/i;
const YEAR_FIRST =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<time>\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?$/;
const DAY_FIRST =
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}),? (?<time>\d{1,2}:\d{2})(?::\d{2})?$/;
/** Only with AM or PM: without, nobody can say whether the month comes first. */
const MONTH_FIRST =
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4}),? (?<time>\d{1,2}:\d{2})(?::\d{2})?\s?(?<half>[AP])M$/i;

/** The project's day on which a recording started; null when the text is no time. */
export function startDay(text: string, { timeZone, projectTimeZone }: StartZones): Day | null {
  const trimmed = text.trim();
  if (HAS_ZONE.test(trimmed) && trimmed.includes(':')) {
    const instant = parseSeenAt(trimmed);
    return instant === null ? null : dayOfInstant(instant, projectTimeZone);
  }
  const local = localTime(trimmed);
  if (local === null) return null;
  try {
    const instant = instantOf({ ...local, time: local.time ?? '12:00' }, timeZone);
    if (!isCalendarInstant(instant)) return null;
    // A day without a time cannot be told in another zone.
    const isSameZone = timeZone === projectTimeZone || local.time === null;
    return isSameZone ? local.day : dayOfInstant(instant, projectTimeZone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function localTime(text: string): { day: Day; time: string | null } | null {
  const match = YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text);
  if (match?.groups === undefined) return null;
  const { year = '', month = '', day = '', time, half } = match.groups;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (time === undefined) return { day: date, time: null };
  const [hours = '', minutes = ''] = time.split(':');
  if (half !== undefined && !(Number(hours) >= 1 && Number(hours) <= 12)) return null;
  const hour =
    half === undefined
      ? Number(hours)
      : (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  return { day: date, time: `${String(hour).padStart(2, '0')}:${minutes}` };
}
