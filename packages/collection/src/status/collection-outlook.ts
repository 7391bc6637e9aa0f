import { readToken, tokenFingerprint } from '@clarity-keep/clarity';
import type { Database } from '@clarity-keep/db';
import { isTokenRefused, loadAnswerFormat, newestAnswerAt } from '@clarity-keep/db';
import type { ProjectConfiguration, Schedule } from '@clarity-keep/environment';
import { findGrouping } from '../grouping/prepare-project.ts';
import { healableDays } from '../plan/healable-days.ts';
import { nextRun } from '../schedule/next-run.ts';
import { tokenStatus } from './judge-status.ts';
import type { ProjectStatus } from './project-status.ts';

export interface OutlookRequest {
  project: ProjectConfiguration;
  /** Null when it is not set. */
  token: string | null;
  schedule: Schedule;
  now: Date;
}

/** What the settings tell about a project's collection: its next run, its token, and the days about to be lost. */
export function collectionOutlook(
  db: Database | null,
  { project, token, schedule, now }: OutlookRequest,
): Pick<ProjectStatus, 'nextRunAt' | 'token' | 'healableDays'> {
  return {
    nextRunAt: nextRun(schedule, 'collect', now),
    token: tokenStatus({
      token,
      claims: token === null ? null : readToken(token),
      isRefused: db !== null && token !== null && isRefused(db, project.id, token),
      now,
    }),
    healableDays: db === null ? [] : daysToHeal(db, project, now),
  };
}

function isRefused(db: Database, projectId: string, token: string): boolean {
  return isTokenRefused(db, { projectId, tokenFingerprint: tokenFingerprint(token) });
}

/** Before the first response no day counts as missing. */
function daysToHeal(db: Database, project: ProjectConfiguration, now: Date) {
  const { id: projectId, reserve, extraBreakdowns: extras } = project;
  if (newestAnswerAt(db, projectId) === null) return [];
  const { timeZone } = findGrouping(db, project).grouping;
  const format = loadAnswerFormat(db, projectId);
  return healableDays(db, { projectId, timeZone, extras, reserve, format, now });
}
