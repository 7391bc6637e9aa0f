import type { PlannedCall } from '@clarity-keep/core';
import { ClarityError, requestDimensions } from '@clarity-keep/clarity';
import { isFailingLately, loadQuota, noteReadingBegun } from '@clarity-keep/db';
import { readAnswer } from '../archive/read-answer.ts';
import { askThroughLedger } from '../ledger/ask-through-ledger.ts';
import { failurePolicies } from '../ledger/failure-policy.ts';
import type { CollectDeps, CollectRun } from './collect-ports.ts';
import type { CollectedCall } from './project-collection.ts';
import { noteAnswer } from './project-collection.ts';

/** Milliseconds before a retry. Outages last hours, brief failures seconds. */
const BACK_OFF_MS = 5_000;

/**
 * Makes one planned call, and retries it once when its failure is worth it: not when earlier calls, or those for
 * the same breakdown, failed too, which means an outage, and not without a call left for it.
 *
 * @returns whether Clarity left metrics out of the response.
 * @throws ClarityError
 * @throws LeaseLostError
 */
export async function makeCall(
  deps: CollectDeps,
  run: CollectRun,
  planned: PlannedCall,
): Promise<boolean> {
  const { db, now } = deps;
  const { id } = run.input.project;
  const isStopped = (): boolean => deps.stop?.aborted === true;
  const dimensions = requestDimensions(planned.breakdown);
  const wasFailing = isFailingLately(db, { projectId: id, dimensions, now: now() });
  try {
    return await tryCall(deps, run, planned);
  } catch (error) {
    if (!(error instanceof ClarityError) || !failurePolicies[error.code].isRetried) throw error;
    if (wasFailing || loadQuota(db, id, now()).left === 0 || isStopped()) throw error;
    deps.onRetry?.(`${error.message} Retrying in ${BACK_OFF_MS / 1000} seconds.`);
    await deps.sleep(BACK_OFF_MS);
    if (isStopped()) throw error;
    return await tryCall(deps, run, planned);
  }
}

/**
 * Calls through the ledger, then parses the response. The call is in the result before anything can fail.
 */
async function tryCall(
  deps: CollectDeps,
  { input, grouping, collection, lease, factsOf }: CollectRun,
  planned: PlannedCall,
): Promise<boolean> {
  const { db, fetch, now } = deps;
  const { project, token, apiUrl, timeoutMs, maxBytes } = input;
  const { numOfDays, reason } = planned;
  const dimensions = requestDimensions(planned.breakdown);
  const line: CollectedCall = {
    numOfDays,
    dimensions,
    status: 'answered',
    httpStatus: 200,
    rows: null,
    truncated: null,
  };
  const onReserved = (): void => {
    deps.onCall?.(planned);
    collection.calls.push(line);
  };
  const { callId, body, windowEnd } = await askThroughLedger(
    { db, fetch, now, onReserved },
    {
      projectId: project.id,
      numOfDays,
      dimensions,
      reason,
      token,
      apiUrl,
      timeoutMs,
      maxBytes,
      lease,
    },
  ).catch((error: unknown) => {
    if (error instanceof ClarityError) noteFailedCall(line, error);
    throw error;
  });
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
  return answer.missingMetrics.length > 0;
}

function noteFailedCall(line: CollectedCall, error: ClarityError): void {
  line.httpStatus = error.status;
  line.status = failurePolicies[error.code].state;
}
