/** When the jobs run, in one time zone. */
export interface Schedule {
  /** `HH:MM`. */
  collectAt: string;
  /** `HH:MM`. */
  reportAt: string;
  reportOn: Weekday;
  timeZone: string;
}

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof weekdays)[number];

export const defaultSchedule: Schedule = {
  collectAt: '05:15',
  reportAt: '07:30',
  reportOn: 'monday',
  timeZone: 'UTC',
};
