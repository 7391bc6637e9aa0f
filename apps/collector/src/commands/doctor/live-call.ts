import type { ClarityErrorCode, Fetch } from '@clarity-keep/clarity';
import { ClarityError, parseAnswer, requestAnswer, tokenFingerprint } from '@clarity-keep/clarity';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';
import type { Database, ProjectLease } from '@clarity-keep/db';
import { countCalls, failCall, keepAnswer, reserveCall } from '@clarity-keep/db';
import { failurePolicies } from '../../collect/failure-policy.ts';
import { spentMessage } from '../../collect/spent-message.ts';
import type { ThisProcess } from '../../collect/collect-ports.ts';
import { leaseMsOf, withLease } from '../../collect/with-lease.ts';
import type { Verdict } from './verdict.ts';
import { ok, problem } from './verdict.ts';

export interface LiveCallDeps {
  db: Database;
  fetch: Fetch;
  now: () => Date;
  thisProcess: ThisProcess;
  /** Told before the call is made: how many calls of the day it makes. */
  onCall: (used: number) => void;
}

export interface LiveCallInput {
  project: { id: string };
  token: string;
  apiUrl: string;
  timeoutMs: number;
  maxBytes?: number;
}

export interface LiveCall {
  verdict: Verdict;
  exitCode: ExitCode;
  callsSpent: 0 | 1;
  /** What the server's clock showed, and ours at that moment. */
  clocks: { server: Date; own: Date } | null;
}

/**
 * Makes one call as a collection does: reserved before it is made, its answer kept. It is not read: the
 * next collection finds it and need not ask for it.
 */
export async function makeLiveCall(deps: LiveCallDeps, input: LiveCallInput): Promise<LiveCall> {
  const outcome = await withLease(
    deps,
    { projectId: input.project.id, ttlMs: leaseMsOf(input.timeoutMs) },
    (lease) => callOnce(deps, input, lease),
  );
  if ('result' in outcome) return outcome.result;
  const { pid, host } = outcome.takenBy;
  return notMade(
    `Process ${pid} on ${host} is collecting this project just now, so no call was made.`,
    'Run again when it is done.',
    exitCodes.usage,
  );
}

async function callOnce(
  deps: LiveCallDeps,
  input: LiveCallInput,
  lease: ProjectLease,
): Promise<LiveCall> {
  const { db, now } = deps;
  const { project, token } = input;
  const startedAt = now();
  const asked = { projectId: project.id, numOfDays: 1, dimensions: [] } as const;
  const reservation = reserveCall(db, {
    ...asked,
    reason: 'by-hand',
    tokenFingerprint: tokenFingerprint(token),
    now: startedAt,
    lease,
  });
  if (reservation.state !== 'reserved') {
    return notMade(
      spentMessage(db, project.id, startedAt),
      'Run again after midnight UTC.',
      exitCodes.quotaSpent,
    );
  }
  const { callId } = reservation;
  deps.onCall(countCalls(db, project.id, startedAt));
  const call: LiveCall = {
    verdict: ok('Clarity answered.'),
    exitCode: exitCodes.done,
    callsSpent: 1,
    clocks: null,
  };
  try {
    const body = await requestAnswer({
      ...input,
      ...asked,
      fetch: async (url, init) => {
        const response = await deps.fetch(url, init);
        call.clocks = clocksOf(response, now());
        return response;
      },
    });
    keepAnswer(db, { callId, body, durationMs: now().getTime() - startedAt.getTime() });
    const { format, rows } = parseAnswer(body, { token: input.token });
    call.verdict = ok(
      `Clarity took the token and answered with ${rows} rows (${format}). The next "clarity-keep collect" reads them.`,
    );
  } catch (error) {
    if (!(error instanceof ClarityError)) throw error;
    const policy = failurePolicies[error.code];
    call.exitCode = policy.exitCode;
    call.verdict = failed(error);
    if (policy.state === 'unsent') call.callsSpent = 0;
    if (policy.state !== 'answered') {
      failCall(db, {
        callId,
        state: policy.state,
        httpStatus: error.status,
        durationMs: now().getTime() - startedAt.getTime(),
        error: error.message,
        body: error.body,
      });
    }
  }
  return call;
}

/** The messages of Clarity's errors end with what to do. */
function failed({ message, code }: ClarityError): Verdict {
  return problem(message, remedyOf(failurePolicies[code].state));
}

function remedyOf(state: (typeof failurePolicies)[ClarityErrorCode]['state']): string {
  switch (state) {
    case 'answered':
      return 'The raw answer is kept for a version that understands it.';
    case 'unsent':
      return 'No call is spent; run again when that is put right.';
    case 'refused':
    case 'limited':
    case 'failed':
      return 'The call counts as spent; run "clarity-keep collect" when that is put right.';
  }
}

function notMade(message: string, remedy: string, exitCode: ExitCode): LiveCall {
  return { verdict: problem(message, remedy), exitCode, callsSpent: 0, clocks: null };
}

function clocksOf(response: Response, own: Date): LiveCall['clocks'] {
  const server = new Date(response.headers.get('date') ?? '');
  return Number.isNaN(server.getTime()) ? null : { server, own };
}
