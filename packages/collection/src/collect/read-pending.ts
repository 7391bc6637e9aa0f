import { minuteUtc } from '@clarity-keep/core';
import { setImmediate } from 'node:timers/promises';
import { AnswerNotUnderstoodError, notUnderstood } from '@clarity-keep/clarity';
import type { ArchivedAnswer } from '@clarity-keep/db';
import { noteReadingBegun } from '@clarity-keep/db';
import { markUnreadable, readAnswer } from '../archive/read-answer.ts';
import type { CollectDeps, CollectRun } from './collect-ports.ts';
import { isToldToStop } from './is-told-to-stop.ts';
import { noteAnswer } from './project-collection.ts';

/** How many runs may end while parsing the same response before it is skipped. */
const MOST_ATTEMPTS = 3;

/**
 * Parses bodies that an earlier run stored without parsing, or an earlier version parsed in another way. A failure is recorded on the row of the body and must
 * not stop this run from collecting: what Clarity has now is gone in three days, while the body stays.
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
    // What was to be said of a response has been said when it was first parsed.
    noteAnswer(
      collection,
      pending.isParsed ? { ...answer, warnings: [], unrecognised: [] } : answer,
    );
  } catch (error) {
    if (!(error instanceof AnswerNotUnderstoodError)) throw error;
    collection.unreadable.push(error.message);
    collection.warnings.push(
      `The response of ${minuteUtc(windowEnd)} stored by an earlier run cannot be parsed: ${error.message}`,
    );
  }
}
