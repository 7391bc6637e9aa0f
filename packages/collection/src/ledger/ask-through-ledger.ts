import type { NumOfDays, PlannedCall } from '@clarity-keep/core';
import type { Fetch } from '@clarity-keep/clarity';
import { ClarityError, requestAnswer, tokenFingerprint } from '@clarity-keep/clarity';
import type { Database, ProjectLease } from '@clarity-keep/db';
import { failCall, keepAnswer, loadQuota, reserveCall } from '@clarity-keep/db';
import { LeaseLostError } from '../lease/lease-lost-error.ts';
import { failurePolicies } from './failure-policy.ts';
import { spentMessage } from './spent-message.ts';

export interface LedgerDeps {
  db: Database;
  fetch: Fetch;
  now: () => Date;
  /** Called once the call is in the ledger, before it is made. */
  onReserved: () => void;
}

/** One call, as the ledger records it and as Clarity receives it. */
export interface LedgerCall {
  projectId: string;
  numOfDays: NumOfDays;
  /** Names as sent. */
  dimensions: readonly string[];
  reason: PlannedCall['reason'];
  token: string;
  apiUrl: string;
  timeoutMs: number;
  /** Bytes of the unpacked response that are read at most. */
  maxBytes?: number | undefined;
  /** Held by this process. */
  lease: ProjectLease;
}

export interface StoredResponse {
  callId: number;
  /** As Clarity sent it, unpacked. */
  body: Buffer;
  /** End of the window that the response covers. */
  windowEnd: Date;
}

/**
 * Makes one call and stores its raw response, not parsed. The call is reserved in the ledger before it is
 * made, so that a process killed in between has spent it; a failure is recorded according to its policy.
 *
 * @throws ClarityError when the quota is spent (then `onReserved` was not called) or the call failed.
 * @throws LeaseLostError
 */
export async function askThroughLedger(
  { db, fetch, now, onReserved }: LedgerDeps,
  { reason, lease, ...call }: LedgerCall,
): Promise<StoredResponse> {
  const { projectId, numOfDays, dimensions, token } = call;
  const windowEnd = now();
  const reservation = reserveCall(db, {
    projectId,
    numOfDays,
    dimensions,
    reason,
    tokenFingerprint: tokenFingerprint(token),
    now: windowEnd,
    lease,
  });
  if (reservation.state === 'lease-lost') throw new LeaseLostError(projectId);
  if (reservation.state === 'spent') {
    throw new ClarityError('quota-spent', spentMessage(loadQuota(db, projectId, windowEnd)));
  }
  const { callId } = reservation;
  onReserved();
  const elapsedMs = (): number => now().getTime() - windowEnd.getTime();
  try {
    const body = await requestAnswer({ ...call, fetch });
    keepAnswer(db, { callId, body, durationMs: elapsedMs() });
    return { callId, body, windowEnd };
  } catch (error) {
    if (!(error instanceof ClarityError)) throw error;
    const { state } = failurePolicies[error.code];
    if (state !== 'answered') {
      const { status: httpStatus, message, body } = error;
      failCall(db, { callId, state, httpStatus, durationMs: elapsedMs(), error: message, body });
    }
    throw error;
  }
}
