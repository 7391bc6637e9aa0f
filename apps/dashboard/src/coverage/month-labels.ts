import { monthAndYear } from '@clarity-keep/core';

/** Weeks that the name of a month is wide. */
const LABEL_WEEKS = 3;

/**
 * What stands above each week, given its first day: the month where one begins, unless the next name
 * would run into it.
 */
export function monthLabels(firstDays: readonly string[]): string[] {
  const isStart = firstDays.map(
    (day, index) => index === 0 || day.slice(0, 7) !== firstDays[index - 1]?.slice(0, 7),
  );
  return firstDays.map((day, index) => {
    const next = isStart.indexOf(true, index + 1);
    const room = next === -1 ? LABEL_WEEKS : next - index;
    return isStart[index] === true && room >= LABEL_WEEKS ? monthAndYear(day) : '';
  });
}
