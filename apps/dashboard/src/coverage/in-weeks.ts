import { weekdayOf } from '@clarity-keep/core';

const WEEK = 7;

/** Days, each after the other, in columns of weeks from Monday to Sunday; null where a week reaches beyond them. */
export function inWeeks<Day extends { day: string }>(days: readonly Day[]): (Day | null)[][] {
  const [first] = days;
  if (first === undefined) return [];
  const offset = weekdayOf(first.day);
  const weeks = Math.ceil((offset + days.length) / WEEK);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: WEEK }, (__, weekday) => days[week * WEEK + weekday - offset] ?? null),
  );
}
