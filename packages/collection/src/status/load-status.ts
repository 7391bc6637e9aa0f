import { QUOTA_LIMIT } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { loadAnswerFormat } from '@clarity-keep/db';
import { databaseStatus } from '@clarity-keep/queries';
import type { PlanRequest } from '../plan/load-plan.ts';
import { loadPlan, planWithin } from '../plan/load-plan.ts';
import { findGrouping } from '../grouping/prepare-project.ts';
import type { OutlookRequest } from './collection-outlook.ts';
import { collectionOutlook } from './collection-outlook.ts';
import { isStale } from './judge-status.ts';
import type { ProjectStatus } from './project-status.ts';

const SHOWN_CALLS = 6;

export interface StatusRequest extends OutlookRequest {
  name: string;
  maxAgeHours: number;
}

/** How the collection of a project is doing, from what is stored: Clarity is not called and nothing changes. */
export function loadStatus(db: Database | null, status: StatusRequest): ProjectStatus {
  const { project, name, maxAgeHours, now } = status;
  const { id: projectId, reserve, extraBreakdowns: extras } = project;
  const { timeZone } = findGrouping(db, project).grouping;
  const format = db === null ? null : loadAnswerFormat(db, projectId);
  const request = { projectId, timeZone, extras, reserve, format, now };
  const { calls } = loadPlan(db, request);
  const found = databaseStatus(db, { projectId, timeZone, shownCalls: SHOWN_CALLS, now });
  return {
    project: projectId,
    name,
    timeZone,
    ...found,
    quota: { ...found.quota, reserve },
    ...collectionOutlook(db, status),
    plannedCalls: calls.length,
    healingCalls: calls.filter(({ reason }) => reason === 'heal').length,
    // When clocks are put back, two windows belong to the same day; it is not collected twice.
    isStale: isStale(found.lastAnswerAt, { now, maxAgeHours }) && wantsNewestDay(db, request),
  };
}

/** Whether a run would collect the newest day, if it had the calls. */
function wantsNewestDay(db: Database | null, request: PlanRequest): boolean {
  const { calls } = planWithin(db, request, 2 * QUOTA_LIMIT);
  return calls.some(({ reason }) => reason === 'newest-day');
}
