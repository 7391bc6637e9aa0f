import type { PlannedCall } from '@clarity-keep/core';
import { DAILY_CALLS, planCalls } from '@clarity-keep/core';
import { ClarityError, PARSER_VERSION, requestedBreakdown } from '@clarity-keep/clarity';
import type { ArchivedAnswer } from '@clarity-keep/db';
import {
  countCalls,
  loadAnswerFormat,
  loadReadCalls,
  noteNotUnderstood,
  pendingAnswers,
  saveProject,
} from '@clarity-keep/db';
import type { CollectDeps, CollectInput } from './collect-ports.ts';
import { makeCall } from './make-call.ts';
import type { ProjectCollection } from './project-collection.ts';
import { noteAnswer, startCollection } from './project-collection.ts';
import { readAnswer } from './read-answer.ts';

const DAY_MS = 86_400_000;

/**
 * Asks Clarity what is missing of a project's newest day, and keeps it. The first failure ends the
 * run: calls are few, and what made one fail mostly makes the next one fail. What was fetched stays.
 */
export async function collectProject(
  deps: CollectDeps,
  input: CollectInput,
): Promise<ProjectCollection> {
  const { db, now } = deps;
  const { project } = input;
  saveProject(db, project, now());
  const collection = startCollection(project.id, loadAnswerFormat(db, project.id));
  try {
    for (const pending of pendingAnswers(db, project.id)) {
      readPending(deps, input, { pending, collection });
    }
    await makeCalls(deps, input, collection);
  } catch (error) {
    if (!(error instanceof ClarityError)) throw error;
    collection.error = { code: error.code, message: error.message };
  }
  collection.quota = { used: countCalls(db, project.id, now()), limit: DAILY_CALLS };
  return collection;
}

/** Asks what is planned, and plans anew when the format turns out to be another one. */
async function makeCalls(
  deps: CollectDeps,
  input: CollectInput,
  collection: ProjectCollection,
): Promise<void> {
  const { format } = collection;
  for (const planned of plan(deps, input, collection)) {
    await makeCall(deps, input, { planned, collection });
    // Session records come whole: there is nothing left to break down.
    if (collection.format === 'sessions') return;
    if (format === 'sessions' && input.numOfDays === undefined) {
      await makeCalls(deps, input, collection);
      return;
    }
  }
}

/**
 * Reads a body that an earlier run has kept and not read. Whatever is wrong with it is noted on its row
 * and must not keep this run from asking: what Clarity has now is gone in three days, the body stays.
 */
function readPending(
  { db, now }: CollectDeps,
  input: CollectInput,
  { pending, collection }: { pending: ArchivedAnswer; collection: ProjectCollection },
): void {
  try {
    noteAnswer(
      collection,
      readAnswer(db, { ...input, ...pending, body: pending.readBody(), now: now() }),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    noteNotUnderstood(db, { callId: pending.callId, error: reason, parserVersion: PARSER_VERSION });
    collection.warnings.push(
      `The answer of ${pending.windowEnd.toISOString()} that an earlier run has kept cannot be read: ${reason}`,
    );
  }
}

function plan(
  { db, now }: CollectDeps,
  { project: { id, timeZone }, numOfDays }: CollectInput,
  { format }: ProjectCollection,
): PlannedCall[] {
  const instant = now();
  // Two days back in UTC holds every window of yesterday, in any zone.
  const since = new Date(instant.getTime() - 3 * DAY_MS).toISOString().slice(0, 10);
  const answered = loadReadCalls(db, { projectId: id, since })
    .filter((call) => call.numOfDays === 1)
    .flatMap(({ dimensions, windowEnd }) => {
      const breakdown = requestedBreakdown(dimensions);
      return breakdown === null ? [] : [{ breakdown, windowEnd }];
    });
  return planCalls({ now: instant, timeZone, numOfDays, format, answered });
}
