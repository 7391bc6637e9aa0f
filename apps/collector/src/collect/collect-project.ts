import type { PlannedCall } from '@clarity-keep/core';
import { addDays, DAILY_CALLS, planCalls, reportingDay } from '@clarity-keep/core';
import { ClarityError, requestDimensions } from '@clarity-keep/clarity';
import {
  countCalls,
  loadAnswerFormat,
  loadCoveredBreakdowns,
  loadReadCalls,
  pendingAnswers,
  saveProject,
} from '@clarity-keep/db';
import type { CollectDeps, CollectInput } from './collect-ports.ts';
import { makeCall } from './make-call.ts';
import type { ProjectCollection } from './project-collection.ts';
import { noteAnswer, startCollection } from './project-collection.ts';
import { readAnswer } from './read-answer.ts';

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
      noteAnswer(collection, readAnswer(db, { ...input, ...pending, now: now() }));
    }
    for (const planned of plan(deps, input, collection)) {
      await makeCall(deps, input, { planned, collection });
      // Session records come whole: there is nothing left to break down.
      if (collection.format === 'sessions') break;
    }
  } catch (error) {
    if (!(error instanceof ClarityError)) throw error;
    collection.error = { code: error.code, message: error.message };
  }
  collection.quota = { used: countCalls(db, project.id, now()), limit: DAILY_CALLS };
  return collection;
}

function plan(
  { db, now }: CollectDeps,
  { project: { id, timeZone }, numOfDays }: CollectInput,
  { format }: ProjectCollection,
): PlannedCall[] {
  const day = reportingDay(now(), timeZone);
  const covered = loadCoveredBreakdowns(db, { projectId: id, day });
  const read = loadReadCalls(db, { projectId: id, since: addDays(day, -1) }).filter(
    (call) => call.numOfDays === 1 && reportingDay(call.windowEnd, timeZone) === day,
  );
  return planCalls({
    format,
    numOfDays,
    // A refused breakdown covers nothing, and would be refused again.
    isAnswered: (breakdown) =>
      covered.has(breakdown) ||
      read.some(({ dimensions }) => dimensions.join() === requestDimensions(breakdown).join()),
  });
}
