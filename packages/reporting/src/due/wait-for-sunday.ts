import type { Day, IsoWeek } from '@clarity-keep/core';
import { addDays, addWeeks, daysOfWeek, firstDayOfWeek, instantOf } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { loadDayStates } from '@clarity-keep/db';
import type { Schedule } from '@clarity-keep/environment';
import { weekdays } from '@clarity-keep/environment';

/** Why a report does not go out yet. */
export interface Waiting {
  /** The last day of its week, which is missing. */
  day: Day;
  /** From then on it goes out without that day. */
  until: Date;
}

/** What has to be known of the last day: the site as a whole, and the pages that the report is about. */
const NEEDED = ['total', 'page'] as const;

/**
 * What the report of a week waits for: its last day, until `reportLatestAt` of the day that reports go
 * out on. An estimated or a cut day is there; null when it need not wait.
 */
export function waitForSunday(
  db: Database,
  {
    projectId,
    week,
    schedule,
    now,
  }: { projectId: string; week: IsoWeek; schedule: Schedule; now: Date },
): Waiting | null {
  const until = latestAt(week, schedule);
  if (now >= until) return null;
  // A week has seven days.
  const day = daysOfWeek(week)[6] as Day;
  const isKnown = NEEDED.every((breakdown) =>
    loadDayStates(db, { projectId, breakdown, from: day, to: day }).has(day),
  );
  return isKnown ? null : { day, until };
}

/** When the report of a week goes out at the latest: in the week after it. */
function latestAt(
  week: IsoWeek,
  {
    reportOn,
    reportLatestAt,
    timeZone,
  }: Pick<Schedule, 'reportOn' | 'reportLatestAt' | 'timeZone'>,
): Date {
  const day = addDays(firstDayOfWeek(addWeeks(week, 1)), weekdays.indexOf(reportOn));
  return instantOf({ day, time: reportLatestAt }, timeZone);
}
