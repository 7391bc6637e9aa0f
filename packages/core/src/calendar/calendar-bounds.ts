/**
 * The calendar that can be asked about. Clarity began in 2020, so a day before 2000 is a typo or a wrong clock.
 * The bounds also limit how many days any loop can step over.
 */
export const FIRST_DAY = '2000-01-01';
export const LAST_DAY = '2100-12-31';

/** The first and the last week whose seven days are all in the calendar. */
export const FIRST_WEEK = '2000-W01';
export const LAST_WEEK = '2100-W51';

/** The most days that one question may span: ten years. */
export const LONGEST_WINDOW_DAYS = 3660;

/** Whether a day is in the calendar. Years after 9999 and before 0000 are written with a sign. */
export function isCalendarDay(day: string): boolean {
  return day.length === FIRST_DAY.length && FIRST_DAY <= day && day <= LAST_DAY;
}

// A day begins up to fourteen hours before the UTC day and ends up to twelve hours after it.
const FIRST_INSTANT = Date.parse(`${FIRST_DAY}T12:00:00Z`);
const END_INSTANT = Date.parse(`${LAST_DAY}T10:00:00Z`);

/** Whether an instant is on a day of the calendar in every time zone. */
export function isCalendarInstant(instant: Date): boolean {
  const time = instant.getTime();
  return FIRST_INSTANT <= time && time < END_INSTANT;
}

/** What to tell someone who gave a day outside the calendar. */
export function dayProblem(got: string): string {
  return `A day must be between ${FIRST_DAY} and ${LAST_DAY}, not ${got}.`;
}
