import type { PlannedCall } from '@clarity-keep/core';
import { DAILY_CALLS } from '@clarity-keep/core';
import { ClarityError, PARSER_VERSION, tokenFingerprint } from '@clarity-keep/clarity';
import type { ArchivedAnswer, FactsOfCall, ProjectLease } from '@clarity-keep/db';
import {
  abandonReservedCalls,
  countCalls,
  isTokenRefused,
  loadAnswerFormat,
  noteNotUnderstood,
  pendingAnswers,
} from '@clarity-keep/db';
import { factsOfArchive } from '../archive/facts-of-archive.ts';
import { readAnswer } from '../archive/read-answer.ts';
import type { CollectDeps, CollectInput } from './collect-ports.ts';
import { LeaseLostError } from './lease-lost-error.ts';
import { loadPlan } from './load-plan.ts';
import { makeCall } from './make-call.ts';
import type { ProjectCollection } from './project-collection.ts';
import { noteAnswer, startCollection } from './project-collection.ts';
import { spentMessage } from './spent-message.ts';
import { leaseMsOf, withLease } from './with-lease.ts';

/**
 * Asks Clarity what is worth asking of a project, and keeps it. One process at a time: a second one does
 * nothing. The first failure ends the run: calls are few, and what made one fail mostly makes the next
 * one fail. What was fetched stays.
 */
export async function collectProject(
  deps: CollectDeps,
  input: CollectInput,
): Promise<ProjectCollection> {
  const { db, now } = deps;
  const { id } = input.project;
  const collection = startCollection(id, loadAnswerFormat(db, id));
  const outcome = await withLease(
    deps,
    { projectId: id, ttlMs: leaseMsOf(input.timeoutMs) },
    (lease) => collectWithLease(deps, input, { collection, lease }),
  );
  if ('takenBy' in outcome) {
    const { pid, host, acquiredAt } = outcome.takenBy;
    collection.warnings.push(
      `Process ${pid} on ${host} has been collecting this project since ${acquiredAt.toISOString()}: the work is left to it.`,
    );
  }
  collection.quota = { used: countCalls(db, id, now()), limit: DAILY_CALLS };
  return collection;
}

interface Run {
  collection: ProjectCollection;
  lease: ProjectLease;
}

async function collectWithLease(
  deps: CollectDeps,
  input: CollectInput,
  { collection, lease }: Run,
): Promise<void> {
  const { db } = deps;
  const { id } = input.project;
  const factsOf = factsOfArchive(db, input.rules);
  abandonReservedCalls(db, id);
  for (const pending of pendingAnswers(db, id)) {
    readPending(deps, input, { pending, collection, factsOf });
  }
  try {
    if (isTokenRefused(db, { projectId: id, tokenFingerprint: tokenFingerprint(input.token) })) {
      throw new ClarityError(
        'token-refused',
        `Clarity has refused this token of ${id} before. Nothing was asked; make a new one in Clarity under ` +
          'Settings > Data Export, or try this one by hand with "clarity-keep doctor --live".',
      );
    }
    await makeCalls(deps, input, { collection, lease, factsOf });
  } catch (error) {
    if (error instanceof LeaseLostError) {
      collection.warnings.push(error.message);
    } else if (error instanceof ClarityError) {
      collection.error = { code: error.code, message: error.message };
    } else {
      throw error;
    }
  }
}

/**
 * Makes one call and plans anew, until nothing is left to ask: each answer may change what is worth
 * asking. A window asked for by hand is asked whatever is known, so its plan is made once.
 */
async function makeCalls(
  deps: CollectDeps,
  input: CollectInput,
  run: Run & { factsOf: FactsOfCall },
): Promise<void> {
  const { collection } = run;
  if (input.numOfDays !== undefined) {
    const { calls, postponed } = plan(deps, input, collection);
    for (const planned of calls) {
      await makeCall(deps, input, { ...run, planned });
      // Session records come whole: there is nothing left to break down.
      if (collection.format === 'sessions') return;
    }
    refuseWhenSpent(deps, input, postponed);
    return;
  }
  for (;;) {
    const { calls, postponed } = plan(deps, input, collection);
    const [planned] = calls;
    if (planned === undefined) {
      notePostponed(collection, postponed);
      refuseWhenSpent(deps, input, postponed);
      return;
    }
    await makeCall(deps, input, { ...run, planned });
  }
}

/** What second tries have cost comes out of the reserve. */
function plan({ db, now }: CollectDeps, input: CollectInput, { format, calls }: ProjectCollection) {
  const failed = calls.filter(({ rows }) => rows === null).length;
  const reserve = Math.max(0, input.reserve - failed);
  return loadPlan(db, { ...input, reserve, projectId: input.project.id, format, now: now() });
}

function notePostponed(collection: ProjectCollection, postponed: readonly PlannedCall[]): void {
  const days = [
    ...new Set(postponed.filter(({ reason }) => reason === 'heal').map(({ day }) => day)),
  ];
  if (days.length === 0) return;
  collection.warnings.push(
    `Not enough calls are left today to heal ${days.toSorted().join(', ')}: the next run tries again, as long as Clarity still has them.`,
  );
}

/** @throws ClarityError when what the run is for cannot be asked any more today. */
function refuseWhenSpent(
  { db, now }: CollectDeps,
  { project, reserve, numOfDays }: CollectInput,
  postponed: readonly PlannedCall[],
): void {
  if (!postponed.some(({ reason }) => reason === 'newest-day' || reason === 'by-hand')) return;
  const message = spentMessage(db, project.id, now(), {
    reserve: numOfDays === undefined ? reserve : 0,
  });
  throw new ClarityError('quota-spent', message);
}

/**
 * Reads a body that an earlier run has kept and not read. Whatever is wrong with it is noted on its row
 * and must not keep this run from asking: what Clarity has now is gone in three days, the body stays.
 */
function readPending(
  { db, now }: CollectDeps,
  { project, timeZone, rules, token }: CollectInput,
  {
    pending,
    collection,
    factsOf,
  }: { pending: ArchivedAnswer; collection: ProjectCollection; factsOf: FactsOfCall },
): void {
  try {
    const body = pending.readBody();
    const input = { ...pending, projectId: project.id, timeZone, rules, token, factsOf };
    noteAnswer(collection, readAnswer(db, { ...input, body, now: now() }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    noteNotUnderstood(db, { callId: pending.callId, error: reason, parserVersion: PARSER_VERSION });
    collection.warnings.push(
      `The answer of ${pending.windowEnd.toISOString()} that an earlier run has kept cannot be read: ${reason}`,
    );
  }
}
