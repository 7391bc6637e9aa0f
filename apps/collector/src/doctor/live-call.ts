import { DAILY_CALLS } from '@clarity-keep/core';
import type { Fetch } from '@clarity-keep/clarity';
import { ClarityError, parseAnswer, requestAnswer } from '@clarity-keep/clarity';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';
import type { Database } from '@clarity-keep/db';
import { countCalls, failCall, keepAnswer, reserveCall, saveProject } from '@clarity-keep/db';
import { exitCodeOfClarityError } from '../clarity-exit-code.ts';
import { stateOf } from '../collect/make-call.ts';
import { withoutToken } from '../collect/without-token.ts';
import type { Verdict } from './verdict.ts';
import { ok, problem } from './verdict.ts';

export interface LiveCallDeps {
  db: Database;
  fetch: Fetch;
  now: () => Date;
  /** Told before the call is made: how many calls of the day it makes. */
  onCall: (used: number) => void;
}

export interface LiveCallInput {
  project: { id: string; name: string; timeZone: string };
  token: string;
  apiUrl: string;
  timeoutMs: number;
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
  const { db, now } = deps;
  const { project } = input;
  const startedAt = now();
  saveProject(db, project, startedAt);
  const asked = { projectId: project.id, numOfDays: 1, dimensions: [] } as const;
  const callId = reserveCall(db, { ...asked, now: startedAt, limit: DAILY_CALLS });
  if (callId === null) return ledgerSpent(startedAt);
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
    const { format, rows } = parseAnswer(withoutToken(body.toString(), input.token));
    call.verdict = ok(
      `Clarity took the token and answered with ${rows} rows (${format}). The next "clarity-keep collect" reads them.`,
    );
  } catch (error) {
    if (!(error instanceof ClarityError)) throw error;
    call.exitCode = exitCodeOfClarityError(error.code);
    call.verdict = failed(error);
    if (error.code !== 'not-understood') {
      failCall(db, {
        callId,
        state: stateOf(error.code),
        httpStatus: error.status,
        durationMs: now().getTime() - startedAt.getTime(),
        error: error.message,
      });
    }
  }
  return call;
}

/** The messages of Clarity's errors end with what to do. */
function failed({ message, code }: ClarityError): Verdict {
  return problem(
    message,
    code === 'not-understood'
      ? 'The raw answer is kept for a version that understands it.'
      : 'The call counts as spent; run "clarity-keep collect" when that is put right.',
  );
}

function ledgerSpent(now: Date): LiveCall {
  return {
    verdict: problem(
      `All ${DAILY_CALLS} calls of ${now.toISOString().slice(0, 10)} (UTC) are spent, so none was made.`,
      'Run again after midnight UTC.',
    ),
    exitCode: exitCodes.quotaSpent,
    callsSpent: 0,
    clocks: null,
  };
}

function clocksOf(response: Response, own: Date): LiveCall['clocks'] {
  const server = new Date(response.headers.get('date') ?? '');
  return Number.isNaN(server.getTime()) ? null : { server, own };
}
