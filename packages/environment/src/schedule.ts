import * as z from 'zod';

/** When the jobs run, in one time zone. */
export interface Schedule {
  /** `HH:MM`. */
  collectAt: string;
  /** `HH:MM`. */
  reportAt: string;
  reportOn: Weekday;
  /** `HH:MM` of that day: until then the report waits for the last day of its week. */
  reportLatestAt: string;
  report: ReportKind;
  timeZone: string;
}

/** What is sent: a report per project, one digest of all projects, or both. */
export const reportKinds = ['projects', 'digest', 'both'] as const;

export type ReportKind = (typeof reportKinds)[number];

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

/**
 * Late enough for what Clarity takes hours to show, and early enough that the last 24 hours are mostly those of the
 * day that has ended.
 */
const DEFAULT_COLLECT_AT = '03:15';

export const defaultSchedule: Schedule = {
  collectAt: DEFAULT_COLLECT_AT,
  reportAt: '07:30',
  reportOn: 'monday',
  reportLatestAt: '12:00',
  report: 'projects',
  timeZone: 'UTC',
};

export const timeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time such as 03:15' });

/**
 * The hours in which the report is tried, at the minute of `reportAt`: that of `reportAt`, and every hour after
 * it up to the first run that is not before `reportLatestAt`.
 */
export function reportHours({ reportAt, reportLatestAt }: ReportTimes): {
  first: number;
  last: number;
  minute: number;
} {
  const [first = NaN, minute = NaN] = reportAt.split(':').map(Number);
  const [latestHour = NaN, latestMinute = NaN] = reportLatestAt.split(':').map(Number);
  const last = latestMinute > minute ? latestHour + 1 : latestHour;
  return { first, last: Math.max(first, last), minute };
}

type ReportTimes = Pick<Schedule, 'reportAt' | 'reportLatestAt'>;

/** What is wrong with the latest time of a report, or null. */
export function latestTimeProblem(times: ReportTimes): string | null {
  const isTooLate = reportHours(times).last > 23;
  const lastRun = `23:${times.reportAt.slice(-2)}`;
  return isTooLate
    ? `The report is tried every hour from ${times.reportAt} on, the last time at ${lastRun}: use ${lastRun} or earlier.`
    : null;
}

/** REPORT_LATEST_AT: used without a `clarity-keep.json`. */
export const reportLatestAtSetting = timeOfDaySchema.superRefine((reportLatestAt, context) => {
  const problem = latestTimeProblem({ ...defaultSchedule, reportLatestAt });
  if (problem !== null) context.addIssue(problem);
});
