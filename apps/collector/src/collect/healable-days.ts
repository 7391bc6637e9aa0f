import type { Day, NumOfDays } from '@clarity-keep/core';
import { addDays, DAILY_CALLS, reportingDay } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { loadCoverage } from '@clarity-keep/db';
import type { PlanRequest } from './load-plan.ts';
import { planWithin } from './load-plan.ts';

/**
 * Days that are missing in one of the daily breakdowns and that Clarity still has, whatever calls are
 * left today. With `numOfDays` 3, those that it has for the last time: tomorrow they are gone.
 */
export function healableDays(
  db: Database,
  request: Omit<PlanRequest, 'numOfDays'>,
  numOfDays?: NumOfDays,
): Day[] {
  const { projectId, timeZone, now } = request;
  const today = reportingDay(now, timeZone);
  const known = new Set(
    loadCoverage(db, { projectId, from: addDays(today, -4), to: today }).map(
      ({ breakdown, day }) => `${breakdown} ${day}`,
    ),
  );
  const { calls } = planWithin(db, { ...request, extras: [], reserve: 0 }, 2 * DAILY_CALLS);
  const days = calls
    .filter((call) => call.reason === 'heal' && !known.has(`${call.breakdown} ${call.day}`))
    .filter((call) => numOfDays === undefined || call.numOfDays === numOfDays)
    .map(({ day }) => day);
  return [...new Set(days)].toSorted();
}
