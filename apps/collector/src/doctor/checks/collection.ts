import { DAILY_CALLS } from '@clarity-keep/core';
import { countCalls, newestAnswerAt } from '@clarity-keep/db';
import { DEFAULT_MAX_AGE_HOURS, isStale } from '../../status/judge-status.ts';
import type { Check } from '../check.ts';
import { askable } from '../database-subject.ts';
import { perProject } from '../per-project.ts';
import type { Verdict } from '../verdict.ts';
import { ok, skipped, warning } from '../verdict.ts';

const HOUR_MS = 3_600_000;

/** Whether the collection has run lately, and what is left of the calls of this UTC day. */
export function collectionVerdict(newest: Date | null, usedCalls: number, now: Date): Verdict {
  if (newest === null) {
    return warning(
      'Clarity has not answered yet.',
      'Run "clarity-keep collect", and let cron do it daily.',
    );
  }
  if (isStale(newest, { now, maxAgeHours: DEFAULT_MAX_AGE_HOURS })) {
    const hours = Math.floor((now.getTime() - newest.getTime()) / HOUR_MS);
    return warning(
      `Clarity answered last on ${newest.toISOString()}, ${hours} hours ago. It forgets after three days.`,
      'Run "clarity-keep collect" now, and see why the job did not.',
    );
  }
  return ok(
    `Clarity answered last on ${newest.toISOString()}; ${usedCalls} of ${DAILY_CALLS} calls of today (UTC) are spent.`,
  );
}

export const collectionCheck: Check = {
  name: 'collection',
  run: ({ now, projects, database }) => {
    const asked = askable(database);
    if ('why' in asked) return skipped(asked.why);
    const { db } = asked;
    return perProject(projects, ({ id }) =>
      collectionVerdict(newestAnswerAt(db, id), countCalls(db, id, now), now),
    );
  },
};
