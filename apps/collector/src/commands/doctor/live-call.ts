import type { ClarityErrorCode, Fetch } from '@clarity-keep/clarity';
import { ClarityError, parseAnswer } from '@clarity-keep/clarity';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodeOfKind, exitCodes } from '@clarity-keep/command-line';
import type { Database, ProjectLease } from '@clarity-keep/db';
import { loadQuota } from '@clarity-keep/db';
import { askThroughLedger, failurePolicies, leaseMsOf, withLease } from '@clarity-keep/collection';
import type { ThisProcess } from '@clarity-keep/collection';
import type { Verdict } from './verdict.ts';
import { ok, problem } from './verdict.ts';

export interface LiveCallDeps {
  db: Database;
  fetch: Fetch;
  now: () => Date;
  thisProcess: ThisProcess;
  /** Called before the call is made, with the calls of the last 24 hours including this one. */
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
 * Makes one call as a collection does: reserved before it is made, its response stored. It is not parsed: the next
 * collection does that and need not make the call again.
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
    `Process ${pid} on ${host} is collecting this project right now, so no call was made.`,
    'Run this again when it has finished.',
    exitCodes.usage,
  );
}

async function callOnce(
  { db, fetch, now, onCall }: LiveCallDeps,
  { project, token, apiUrl, timeoutMs, maxBytes }: LiveCallInput,
  lease: ProjectLease,
): Promise<LiveCall> {
  const call: LiveCall = {
    verdict: ok('Clarity answered.'),
    exitCode: exitCodes.done,
    callsSpent: 0,
    clocks: null,
  };
  try {
    const { body } = await askThroughLedger(
      {
        db,
        now,
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          call.clocks = clocksOf(response, now());
          return response;
        },
        onReserved: () => {
          call.callsSpent = 1;
          onCall(loadQuota(db, project.id, now()).used);
        },
      },
      {
        projectId: project.id,
        numOfDays: 1,
        dimensions: [],
        reason: 'by-hand',
        token,
        apiUrl,
        timeoutMs,
        maxBytes,
        lease,
      },
    );
    const { format, rows } = parseAnswer(body, { token });
    call.verdict = ok(
      `Clarity accepted the token and returned ${rows} rows (${format}). The next "clarity-keep collect" parses them.`,
    );
  } catch (error) {
    if (!(error instanceof ClarityError)) throw error;
    if (call.callsSpent === 0) {
      return notMade(error.message, 'See "clarity-keep status".', exitCodes.quotaSpent);
    }
    const { state } = failurePolicies[error.code];
    if (state === 'unsent' || state === 'limited') call.callsSpent = 0;
    call.exitCode = exitCodeOfKind[error.exitKind];
    call.verdict = problem(error.message, remedyOf(state));
  }
  return call;
}

function remedyOf(state: (typeof failurePolicies)[ClarityErrorCode]['state']): string {
  switch (state) {
    case 'answered':
      return 'The raw response is stored for a version that can parse it.';
    case 'unsent':
      return 'No call was used; run this again once that is fixed.';
    case 'limited':
      return 'No call was used; "clarity-keep status" shows when the next try is possible.';
    case 'refused':
    case 'failed':
      return 'The call counts as used; run "clarity-keep collect" once that is fixed.';
  }
}

function notMade(message: string, remedy: string, exitCode: ExitCode): LiveCall {
  return { verdict: problem(message, remedy), exitCode, callsSpent: 0, clocks: null };
}

function clocksOf(response: Response, own: Date): LiveCall['clocks'] {
  const server = new Date(response.headers.get('date') ?? '');
  return Number.isNaN(server.getTime()) ? null : { server, own };
}
