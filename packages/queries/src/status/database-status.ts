import { addDays, dayOfInstant, rollingQuota } from '@clarity-keep/core';
import type { Quota } from '@clarity-keep/core';
import type { Database, LedgerCall, UnreadableAnswers } from '@clarity-keep/db';
import {
  loadLatestCalls,
  loadQuota,
  loadReconciliations,
  loadUnreadableAnswers,
  newestAnswerAt,
} from '@clarity-keep/db';
import type { NotableGap } from './notable-gaps.ts';
import { notableGaps } from './notable-gaps.ts';
import type { ShownDay } from './shown-days.ts';
import { shownDays } from './shown-days.ts';

/** How the collection of a project is doing, as far as the database tells. */
export interface DatabaseStatus {
  /** The last 28 days, the oldest first. */
  days: ShownDay[];
  /** Calls of the last 24 hours. */
  quota: Omit<Quota, 'allFreeAt'> & {
    isSpent: boolean;
    /** When all calls are free; now when they are. */
    resetsAt: Date;
  };
  /** When the newest response about the site was fetched; null before the first. */
  lastAnswerAt: Date | null;
  /** The newest first. */
  calls: LedgerCall[];
  /** Stored responses that could not be parsed, and why. */
  unreadable: UnreadableAnswers;
  /** Counts of the last seven days that differ by a hundredth or more where they should agree. */
  gaps: NotableGap[];
}

const GAP_DAYS = 7;

/** Null is a database that does not exist yet. */
export function databaseStatus(
  db: Database | null,
  {
    projectId,
    timeZone,
    shownCalls,
    now,
  }: { projectId: string; timeZone: string; shownCalls: number; now: Date },
): DatabaseStatus {
  const today = dayOfInstant(now, timeZone);
  const days = shownDays(db, { projectId, today });
  if (db === null) {
    return {
      days,
      quota: shownQuota(rollingQuota({ countedAt: [], refusedAt: null }, now), now),
      lastAnswerAt: null,
      calls: [],
      unreadable: { count: 0, newest: null },
      gaps: [],
    };
  }
  return {
    days,
    quota: shownQuota(loadQuota(db, projectId, now), now),
    lastAnswerAt: newestAnswerAt(db, projectId),
    calls: loadLatestCalls(db, projectId, shownCalls),
    unreadable: loadUnreadableAnswers(db, projectId),
    gaps: notableGaps(
      loadReconciliations(db, { projectId, from: addDays(today, -GAP_DAYS), to: today }),
    ),
  };
}

function shownQuota({ allFreeAt, ...quota }: Quota, now: Date): DatabaseStatus['quota'] {
  return { ...quota, isSpent: quota.left === 0, resetsAt: allFreeAt ?? now };
}
