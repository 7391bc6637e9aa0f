import { addDays, DAILY_CALLS, dayOfInstant } from '@clarity-keep/core';
import type { Database, LedgerCall, UnreadableAnswers } from '@clarity-keep/db';
import {
  callsLeft,
  countCalls,
  loadLatestCalls,
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
  /** Calls of this UTC day. */
  quota: { limit: number; used: number; left: number; isSpent: boolean; resetsAt: Date };
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
  const resetsAt = new Date(`${addDays(now.toISOString().slice(0, 10), 1)}T00:00:00Z`);
  if (db === null) {
    return {
      days,
      quota: { limit: DAILY_CALLS, used: 0, left: DAILY_CALLS, isSpent: false, resetsAt },
      lastAnswerAt: null,
      calls: [],
      unreadable: { count: 0, newest: null },
      gaps: [],
    };
  }
  const left = callsLeft(db, projectId, now);
  const used = countCalls(db, projectId, now);
  return {
    days,
    quota: { limit: DAILY_CALLS, used, left, isSpent: left === 0, resetsAt },
    lastAnswerAt: newestAnswerAt(db, projectId),
    calls: loadLatestCalls(db, projectId, shownCalls),
    unreadable: loadUnreadableAnswers(db, projectId),
    gaps: notableGaps(
      loadReconciliations(db, { projectId, from: addDays(today, -GAP_DAYS), to: today }),
    ),
  };
}
