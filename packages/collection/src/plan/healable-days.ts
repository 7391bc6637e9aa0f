import type { Day, NumOfDays } from '@clarity-keep/core';
import { addDays, QUOTA_LIMIT, reportingDay } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { loadCoverage, loadQuota } from '@clarity-keep/db';
import type { PlanRequest } from './load-plan.ts';
import { planWithin } from './load-plan.ts';

type HealRequest = Omit<PlanRequest, 'numOfDays'>;

/**
 * Days that are missing in one of the daily breakdowns and that Clarity still has: those that the calls left
 * now can fill, and those that it still has when all calls are free again.
 */
export function healableDays(db: Database, request: HealRequest): Day[] {
  const { projectId, reserve, now } = request;
  const { left, allFreeAt } = loadQuota(db, projectId, now);
  const soon = missingDays(db, request, left - reserve);
  const later = missingDays(db, { ...request, now: allFreeAt ?? now }, QUOTA_LIMIT - reserve);
  const fillable = new Set([...soon, ...later]);
  return missingDays(db, request, 2 * QUOTA_LIMIT).filter((day) => fillable.has(day));
}

/** Missing days that Clarity deletes tomorrow. */
export function daysAtRisk(db: Database, request: HealRequest): Day[] {
  return missingDays(db, request, 2 * QUOTA_LIMIT, 3);
}

function missingDays(
  db: Database,
  request: HealRequest,
  left: number,
  numOfDays?: NumOfDays,
): Day[] {
  const { projectId, timeZone, now } = request;
  const today = reportingDay(now, timeZone);
  const known = new Set(
    loadCoverage(db, { projectId, from: addDays(today, -4), to: today }).map(
      ({ breakdown, day }) => `${breakdown} ${day}`,
    ),
  );
  const { calls } = planWithin(db, { ...request, extras: [], reserve: 0 }, left);
  const days = calls
    .filter((call) => call.reason === 'heal' && !known.has(`${call.breakdown} ${call.day}`))
    .filter((call) => numOfDays === undefined || call.numOfDays === numOfDays)
    .map(({ day }) => day);
  return [...new Set(days)].toSorted();
}
