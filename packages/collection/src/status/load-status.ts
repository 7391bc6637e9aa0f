import { addDays, DAILY_CALLS, dayOfInstant } from '@clarity-keep/core';
import { readToken, tokenFingerprint } from '@clarity-keep/clarity';
import type { Database } from '@clarity-keep/db';
import {
  callsLeft,
  countCalls,
  isTokenRefused,
  loadAnswerFormat,
  loadLatestCalls,
  loadReconciliations,
  loadUnreadableAnswers,
  newestAnswerAt,
} from '@clarity-keep/db';
import type { ProjectConfiguration, Schedule } from '@clarity-keep/environment';
import { notableGaps, shownDays } from '@clarity-keep/queries';
import { healableDays } from '../plan/healable-days.ts';
import type { PlanRequest } from '../plan/load-plan.ts';
import { loadPlan, planWithin } from '../plan/load-plan.ts';
import { findGrouping } from '../grouping/prepare-project.ts';
import { nextRun } from '../schedule/next-run.ts';
import { isStale, tokenStatus } from './judge-status.ts';
import type { ProjectStatus } from './project-status.ts';

const SHOWN_CALLS = 6;
const GAP_DAYS = 7;

export interface StatusRequest {
  project: ProjectConfiguration;
  name: string;
  /** Null when it is not set. */
  token: string | null;
  schedule: Schedule;
  maxAgeHours: number;
  now: Date;
}

/** How the collection of a project is doing, from what is kept: nothing is asked and nothing changed. */
export function loadStatus(
  db: Database | null,
  { project, name, token, schedule, maxAgeHours, now }: StatusRequest,
): ProjectStatus {
  const { id: projectId, reserve, extraBreakdowns: extras } = project;
  const { timeZone } = findGrouping(db, project).grouping;
  const format = db === null ? null : loadAnswerFormat(db, projectId);
  const request = { projectId, timeZone, extras, reserve, format, now };
  const { calls } = loadPlan(db, request);
  const today = dayOfInstant(now, timeZone);
  const lastAnswerAt = db === null ? null : newestAnswerAt(db, projectId);
  const fingerprint = token === null ? null : tokenFingerprint(token);
  return {
    project: projectId,
    name,
    timeZone,
    days: shownDays(db, { projectId, today }),
    quota: {
      limit: DAILY_CALLS,
      used: db === null ? 0 : countCalls(db, projectId, now),
      reserve,
      isSpent: db !== null && callsLeft(db, projectId, now) === 0,
    },
    calls: db === null ? [] : loadLatestCalls(db, projectId, SHOWN_CALLS),
    unreadable: db === null ? { count: 0, newest: null } : loadUnreadableAnswers(db, projectId),
    lastAnswerAt,
    nextRunAt: nextRun(schedule, 'collect', now),
    plannedCalls: calls.length,
    healingCalls: calls.filter(({ reason }) => reason === 'heal').length,
    token: tokenStatus({
      token,
      claims: token === null ? null : readToken(token),
      isRefused:
        db !== null &&
        fingerprint !== null &&
        isTokenRefused(db, { projectId, tokenFingerprint: fingerprint }),
      now,
    }),
    healableDays: db === null || lastAnswerAt === null ? [] : healableDays(db, request),
    gaps:
      db === null
        ? []
        : notableGaps(
            loadReconciliations(db, { projectId, from: addDays(today, -GAP_DAYS), to: today }),
          ),
    // A day that two windows are of, where clocks are put back, is not asked for twice.
    isStale: isStale(lastAnswerAt, { now, maxAgeHours }) && wantsNewestDay(db, request),
  };
}

/** Whether a run would ask for the newest day, if it had the calls. */
function wantsNewestDay(db: Database | null, request: PlanRequest): boolean {
  const { calls } = planWithin(db, request, 2 * DAILY_CALLS);
  return calls.some(({ reason }) => reason === 'newest-day');
}
