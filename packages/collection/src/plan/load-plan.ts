import type { CollectPlan, ExtraBreakdown, NumOfDays } from '@clarity-keep/core';
import { addDays, planCalls, QUOTA_LIMIT, reportingDay } from '@clarity-keep/core';
import { requestedBreakdown } from '@clarity-keep/clarity';
import type { Database } from '@clarity-keep/db';
import { loadCoverage, loadFailingDimensions, loadQuota, loadReadCalls } from '@clarity-keep/db';

export interface PlanRequest {
  projectId: string;
  timeZone: string;
  extras: readonly ExtraBreakdown[];
  reserve: number;
  format: 'insights' | 'sessions' | null;
  numOfDays?: NumOfDays | undefined;
  now: Date;
}

const DAY_MS = 86_400_000;

/** A week to see whether lists were cut off, and a day for the hours between time zones. */
const ANSWERS_DAYS = 8;

/** Whatever failed yesterday, at any hour, is not collected first today. */
const FAILING_DAYS = 2;

/** The calls to make now, from what is stored; null stands for a database that does not exist yet. */
export function loadPlan(db: Database | null, request: PlanRequest): CollectPlan {
  const { projectId, now } = request;
  return planWithin(db, request, db === null ? QUOTA_LIMIT : loadQuota(db, projectId, now).left);
}

/** The calls to make if so many were left. */
export function planWithin(db: Database | null, request: PlanRequest, left: number): CollectPlan {
  if (db === null) {
    return planCalls({ ...request, callsLeft: left, answered: [], held: () => null });
  }
  const { projectId, timeZone, now } = request;
  const since = new Date(now.getTime() - ANSWERS_DAYS * DAY_MS);
  const today = reportingDay(now, timeZone);
  const coverage = loadCoverage(db, { projectId, from: addDays(today, -3), to: addDays(today, 1) });
  const lately = new Date(now.getTime() - FAILING_DAYS * DAY_MS);
  const failing = loadFailingDimensions(db, { projectId, since: lately }).map(requestedBreakdown);
  const calls = loadReadCalls(db, { projectId, since });
  const lacking = new Set(calls.filter((call) => call.lacksMetrics).map(({ callId }) => callId));
  return planCalls({
    ...request,
    callsLeft: left,
    failing: new Set(failing.filter((breakdown) => breakdown !== null)),
    answered: calls.flatMap(({ dimensions, ...call }) => {
      const breakdown = requestedBreakdown(dimensions);
      return breakdown === null ? [] : [{ ...call, breakdown }];
    }),
    held: (breakdown, day) => {
      const covered = coverage.find((one) => one.breakdown === breakdown && one.day === day);
      if (covered === undefined) return null;
      // A difference can still give what Clarity left out.
      const isLacking = covered.callId !== null && lacking.has(covered.callId);
      return isLacking ? { ...covered, state: 'missing' } : covered;
    },
  });
}
