import { setImmediate } from 'node:timers/promises';
import { AnswerNotUnderstoodError, notUnderstood } from '@clarity-keep/clarity';
import type { ArchivedAnswer } from '@clarity-keep/db';
import { noteReadingBegun } from '@clarity-keep/db';
import { markUnreadable, readAnswer } from '../archive/read-answer.ts';
import type { CollectDeps, CollectRun } from './collect-ports.ts';
import { isToldToStop } from './is-told-to-stop.ts';
import { noteAnswer } from './project-collection.ts';

/** Runs that may end while they read the same answer, before it is given up. */
const MOST_ATTEMPTS = 3;

/**
 * Reads bodies that an earlier run has kept and not read. What cannot be read of one is noted on its row and
 * must not keep this run from asking: what Clarity has now is gone in three days, the body stays.
 *
 * @returns false when the run was told to stop meanwhile.
 */
export async function readPending(
  deps: CollectDeps,
  run: CollectRun,
  answers: readonly ArchivedAnswer[],
): Promise<boolean> {
  for (const answer of answers) {
    if (isToldToStop(deps, run.collection)) return false;
    readOne(deps, run, answer);
    // Parsing blocks the process; let it handle signals in between.
    await setImmediate();
  }
  return true;
}

function readOne(
  { db, now }: CollectDeps,
  { input, grouping, collection, factsOf }: CollectRun,
  pending: ArchivedAnswer,
): void {
  const { callId, windowEnd, readingAttempts } = pending;
  try {
    if (readingAttempts >= MOST_ATTEMPTS) {
      const reason = `parsing it has crashed the process ${readingAttempts} times`;
      throw markUnreadable(db, callId, notUnderstood(reason));
    }
    noteReadingBegun(db, callId);
    const answer = readAnswer(db, {
      ...pending,
      projectId: input.project.id,
      timeZone: grouping.timeZone,
      rules: grouping.urlRules,
      token: input.token,
      now: now(),
      factsOf,
    });
    noteAnswer(collection, answer);
  } catch (error) {
    if (!(error instanceof AnswerNotUnderstoodError)) throw error;
    collection.unreadable.push(error.message);
    collection.warnings.push(
      `The response of ${windowEnd.toISOString()} stored by an earlier run cannot be parsed: ${error.message}`,
    );
  }
}
