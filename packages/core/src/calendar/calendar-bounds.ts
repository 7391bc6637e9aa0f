/**
 * The calendar that can be asked about. Clarity began in 2020, so a day before 2000 is nothing but a slip
 * or a wrong clock; and however days are stepped over, there are no more of them than these.
 */
export const FIRST_DAY = '2000-01-01';
export const LAST_DAY = '2100-12-31';

/** The first and the last week whose seven days are all of the calendar. */
export const FIRST_WEEK = '2000-W01';
export const LAST_WEEK = '2100-W51';

/** Days that one question may span: ten years. */
export const LONGEST_WINDOW_DAYS = 3660;

/** Whether a day is one of the calendar; years beyond 9999 and before 0000 are written with a sign. */
export function isCalendarDay(day: string): boolean {
  return day.length === FIRST_DAY.length && FIRST_DAY <= day && day <= LAST_DAY;
}

// A day begins up to fourteen hours before that of UTC, and ends up to twelve hours after it.
const FIRST_INSTANT = Date.parse(`${FIRST_DAY}T12:00:00Z`);
const END_INSTANT = Date.parse(`${LAST_DAY}T10:00:00Z`);

/** Whether an instant is of a day of the calendar, in whatever time zone it is looked at. */
export function isCalendarInstant(instant: Date): boolean {
  const time = instant.getTime();
  return FIRST_INSTANT <= time && time < END_INSTANT;
}

/** What is wrong with a day, as somebody gave it, that is none of the calendar. */
export function dayProblem(got: string): string {
  return `Expected a day from ${FIRST_DAY} to ${LAST_DAY}, got ${got}.`;
}
