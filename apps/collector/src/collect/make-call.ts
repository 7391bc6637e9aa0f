import type { PlannedCall } from '@clarity-keep/core';
import {
  ClarityError,
  requestAnswer,
  requestDimensions,
  tokenFingerprint,
} from '@clarity-keep/clarity';
import {
  callsLeft,
  failCall,
  isFailingToday,
  keepAnswer,
  noteReadingBegun,
  reserveCall,
} from '@clarity-keep/db';
import { readAnswer } from '../archive/read-answer.ts';
import type { CollectDeps, CollectInput, CollectRun } from './collect-ports.ts';
import { failurePolicies } from './failure-policy.ts';
import { LeaseLostError } from './lease-lost-error.ts';
import type { CollectedCall } from './project-collection.ts';
import { noteAnswer } from './project-collection.ts';
import { spentMessage } from './spent-message.ts';

/** Milliseconds before a second try. Outages last hours, hiccups seconds. */
const BACK_OFF_MS = 5_000;

/**
 * Makes one planned call, and once more when its failure is worth another try: not when calls, or those
 * for the same, were failing before, for that is no hiccup, and not without a call for it.
 *
 * @throws ClarityError
 * @throws LeaseLostError
 */
export async function makeCall(
  deps: CollectDeps,
  run: CollectRun,
  planned: PlannedCall,
): Promise<void> {
  const { db, now } = deps;
  const { id } = run.input.project;
  const isStopped = (): boolean => deps.stop?.aborted === true;
  const dimensions = requestDimensions(planned.breakdown);
  const wasFailing = isFailingToday(db, { projectId: id, dimensions, now: now() });
  try {
    await tryCall(deps, run, planned);
  } catch (error) {
    if (!(error instanceof ClarityError) || !failurePolicies[error.code].isRetried) throw error;
    if (wasFailing || callsLeft(db, id, now()) === 0 || isStopped()) throw error;
    deps.onRetry?.(`${error.message} Trying once more in ${BACK_OFF_MS / 1000} seconds.`);
    await deps.sleep(BACK_OFF_MS);
    if (isStopped()) throw error;
    await tryCall(deps, run, planned);
  }
}

/**
 * Reserve, ask, keep the body, read it. Adds its line to the collection before anything can fail.
 */
async function tryCall(
  deps: CollectDeps,
  { input, grouping, collection, lease, factsOf }: CollectRun,
  planned: PlannedCall,
): Promise<void> {
  const { db, now } = deps;
  const { project, token } = input;
  const { numOfDays, reason } = planned;
  const dimensions = requestDimensions(planned.breakdown);
  const windowEnd = now();
  const reservation = reserveCall(db, {
    projectId: project.id,
    numOfDays,
    dimensions,
    reason,
    tokenFingerprint: tokenFingerprint(token),
    now: windowEnd,
    lease,
  });
  if (reservation.state === 'lease-lost') throw new LeaseLostError(project.id);
  if (reservation.state === 'spent') {
    throw new ClarityError('quota-spent', spentMessage(db, project.id, windowEnd));
  }
  const { callId } = reservation;
  deps.onCall?.(planned);
  const line: CollectedCall = {
    numOfDays,
    dimensions,
    status: 'answered',
    httpStatus: 200,
    rows: null,
    truncated: null,
  };
  collection.calls.push(line);
  const body = await ask(deps, input, { callId, line });
  keepAnswer(db, { callId, body, durationMs: now().getTime() - windowEnd.getTime() });
  noteReadingBegun(db, callId);
  const answer = readAnswer(db, {
    projectId: project.id,
    timeZone: grouping.timeZone,
    rules: grouping.urlRules,
    token,
    callId,
    readBody: () => body,
    windowEnd,
    numOfDays,
    dimensions,
    now: now(),
    factsOf,
  });
  line.rows = answer.rows;
  line.truncated = answer.truncated;
  noteAnswer(collection, answer);
}

async function ask(
  { db, fetch, now }: CollectDeps,
  input: CollectInput,
  { callId, line }: { callId: number; line: CollectedCall },
): Promise<Buffer> {
  const startedAt = now().getTime();
  try {
    return await requestAnswer({
      ...input,
      fetch,
      projectId: input.project.id,
      numOfDays: line.numOfDays,
      dimensions: line.dimensions,
    });
  } catch (error) {
    if (!(error instanceof ClarityError)) throw error;
    const { state } = failurePolicies[error.code];
    line.httpStatus = error.status;
    if (state === 'answered') throw error;
    line.status = state;
    failCall(db, {
      callId,
      state,
      httpStatus: error.status,
      durationMs: now().getTime() - startedAt,
      error: error.message,
      body: error.body,
    });
    throw error;
  }
}
