import type { PlannedCall } from '@clarity-keep/core';
import { DAILY_CALLS } from '@clarity-keep/core';
import type { ClarityErrorCode } from '@clarity-keep/clarity';
import { ClarityError, requestAnswer, requestDimensions } from '@clarity-keep/clarity';
import type { FailedState } from '@clarity-keep/db';
import { failCall, keepAnswer, reserveCall } from '@clarity-keep/db';
import type { CollectDeps, CollectInput } from './collect-ports.ts';
import type { CollectedCall, ProjectCollection } from './project-collection.ts';
import { noteAnswer } from './project-collection.ts';
import { readAnswer } from './read-answer.ts';

/**
 * Makes one planned call: reserve, ask, keep the body, read it. Adds its line to the collection
 * before anything can fail.
 *
 * @throws ClarityError
 */
export async function makeCall(
  deps: CollectDeps,
  input: CollectInput,
  { planned, collection }: { planned: PlannedCall; collection: ProjectCollection },
): Promise<void> {
  const { db, now } = deps;
  const { numOfDays } = planned;
  const dimensions = requestDimensions(planned.breakdown);
  const windowEnd = now();
  const reservation = { projectId: input.project.id, numOfDays, dimensions, now: windowEnd };
  const callId = reserveCall(db, { ...reservation, limit: DAILY_CALLS });
  if (callId === null) throw ledgerSpent(windowEnd);
  deps.onCall?.({ numOfDays, dimensions });
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
  const answer = readAnswer(db, {
    ...input,
    callId,
    body,
    windowEnd,
    numOfDays,
    dimensions,
    now: now(),
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
    line.status = stateOf(error.code);
    line.httpStatus = error.status;
    failCall(db, {
      callId,
      state: line.status,
      httpStatus: error.status,
      durationMs: now().getTime() - startedAt,
      error: error.message,
    });
    throw error;
  }
}

function stateOf(code: ClarityErrorCode): FailedState {
  switch (code) {
    case 'token-refused':
      return 'refused';
    case 'quota-spent':
      return 'limited';
    case 'request-refused':
    case 'unavailable':
    case 'timeout':
    case 'unreachable':
    case 'not-understood':
      return 'failed';
  }
}

function ledgerSpent(now: Date): ClarityError {
  const day = now.toISOString().slice(0, 10);
  return new ClarityError(
    'quota-spent',
    `All ${DAILY_CALLS} calls of ${day} (UTC) are spent, by the ledger in the database. Nothing was asked; ` +
      'run again after midnight UTC.',
  );
}
