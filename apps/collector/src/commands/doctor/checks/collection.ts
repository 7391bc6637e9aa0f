import { tokenFingerprint } from '@clarity-keep/clarity';
import { callsUsed, QUOTA_LIMIT, minuteUtc } from '@clarity-keep/core';
import type { Database, LedgerCall } from '@clarity-keep/db';
import { isTokenRefused, loadLatestCalls, loadQuota, newestAnswerAt } from '@clarity-keep/db';
import { DEFAULT_MAX_AGE_HOURS, isStale } from '@clarity-keep/collection';
import type { Check } from '../check.ts';
import { askable } from '../database-subject.ts';
import { perProject } from '../per-project.ts';
import type { Verdict } from '../verdict.ts';
import { ok, problem, skipped, warning } from '../verdict.ts';

const HOUR_MS = 3_600_000;

/** What the ledger says about a project. */
export interface LedgerState {
  /** When the newest parsed response about the site was fetched. */
  newestAnswer: Date | null;
  lastCall: Pick<LedgerCall, 'requestedAt' | 'state' | 'httpStatus'> | null;
  /** Calls of the last 24 hours. */
  usedCalls: number;
  /** The variable of the token that Clarity refused in the latest call; null when it did not. */
  refusedVariable: string | null;
}

/** Whether the collection has run lately, and how many calls of the last 24 hours count. */
export function collectionVerdict(ledger: LedgerState, now: Date): Verdict {
  const { newestAnswer, lastCall, usedCalls, refusedVariable } = ledger;
  if (lastCall === null) {
    return warning(
      'Nothing has been collected yet.',
      'Run "clarity-keep collect", and schedule it daily.',
    );
  }
  const spent = callsUsed({ used: usedCalls, limit: QUOTA_LIMIT });
  if (refusedVariable !== null) {
    return problem(
      `Clarity refused the token in ${refusedVariable} on ${minuteUtc(lastCall.requestedAt)}; it is not used again.`,
      `Generate a new one in Clarity under Settings > Data Export and put it in ${refusedVariable}; --live tries this one again.`,
    );
  }
  if (newestAnswer === null) {
    const status = lastCall.httpStatus === null ? '' : `, HTTP ${lastCall.httpStatus}`;
    return warning(
      `No response about the site could be parsed yet; the last call was on ${minuteUtc(lastCall.requestedAt)} (${lastCall.state}${status}); ${spent}.`,
      'See "clarity-keep status", and run "clarity-keep collect".',
    );
  }
  const hours = Math.floor((now.getTime() - newestAnswer.getTime()) / HOUR_MS);
  const answered = `The newest response about the site is from ${minuteUtc(newestAnswer)}`;
  if (isStale(newestAnswer, { now, maxAgeHours: DEFAULT_MAX_AGE_HOURS })) {
    return warning(
      `${answered}, ${hours} hours ago. Clarity forgets after three days.`,
      'Run "clarity-keep collect" now, and check why the scheduled run did not.',
    );
  }
  return ok(`${answered}; ${spent}.`);
}

export const collectionCheck: Check = {
  name: 'collection',
  run: ({ now, projects, settings: { variables }, database }) => {
    const asked = askable(database);
    if ('why' in asked) return skipped(asked.why);
    const { db } = asked;
    return perProject(projects, ({ id, tokenVariable }) => {
      const token = variables[tokenVariable] ?? '';
      const [lastCall = null] = loadLatestCalls(db, id, 1);
      return collectionVerdict(
        {
          newestAnswer: newestAnswerAt(db, id),
          lastCall,
          usedCalls: loadQuota(db, id, now).used,
          refusedVariable: isRefused(db, { id, token }) ? tokenVariable : null,
        },
        now,
      );
    });
  },
};

function isRefused(db: Database, { id, token }: { id: string; token: string }): boolean {
  const key = { projectId: id, tokenFingerprint: tokenFingerprint(token) };
  return token.trim() !== '' && isTokenRefused(db, key);
}
