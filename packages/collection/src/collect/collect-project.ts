import type { Breakdown, CollectPlan, PlannedCall } from '@clarity-keep/core';
import { counted, listed, minuteUtc, nextFreeCalls, oldestDayOfWindow } from '@clarity-keep/core';
import { ClarityError, PARSER_VERSION, tokenFingerprint } from '@clarity-keep/clarity';
import {
  abandonReservedCalls,
  isTokenRefused,
  loadAnswerFormat,
  loadQuota,
  pendingAnswers,
  setMisdatedApart,
} from '@clarity-keep/db';
import { factsOfArchive } from '../archive/facts-of-archive.ts';
import { prepareProject, regroupingWarning } from '../grouping/prepare-project.ts';
import type { CollectDeps, CollectInput, CollectRun } from './collect-ports.ts';
import { failurePolicies } from '../ledger/failure-policy.ts';
import { LeaseLostError } from '../lease/lease-lost-error.ts';
import { loadPlan } from '../plan/load-plan.ts';
import { makeCall } from './make-call.ts';
import type { ProjectCollection } from './project-collection.ts';
import { isToldToStop } from './is-told-to-stop.ts';
import { noteFailure, startCollection } from './project-collection.ts';
import { readPending } from './read-pending.ts';
import { spentMessage } from '../ledger/spent-message.ts';
import { watchServerClock } from './server-clock.ts';
import { waitForFreeCall } from './wait-for-free-call.ts';
import { leaseMsOf, withLease } from '../lease/with-lease.ts';

/**
 * Collects what is worth collecting of a project, and stores it. One process at a time: a second one does
 * nothing. A failure that usually makes the next call fail too ends the run, because calls are few. What was
 * collected before stays.
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
    async (lease) => {
      const prepared = prepareProject(db, input.project, now());
      const { grouping } = prepared;
      const factsOf = factsOfArchive(db, { rules: grouping.urlRules, token: input.token });
      await collectWithLease(deps, { input, grouping, collection, lease, factsOf });
      const warning = regroupingWarning(prepared);
      if (warning !== null) collection.warnings.push(warning);
    },
  );
  if ('takenBy' in outcome) {
    const { pid, host, acquiredAt } = outcome.takenBy;
    collection.isLeftToAnother = true;
    collection.warnings.push(
      `Process ${pid} on ${host} has been collecting this project since ${minuteUtc(acquiredAt)}, so this run left it alone.`,
    );
  }
  const { used, limit, nextFreeAt } = loadQuota(db, id, now());
  collection.quota = { used, limit };
  if (collection.error?.code === 'quota-spent') collection.callsFreeAt = nextFreeAt;
  return collection;
}

async function collectWithLease(given: CollectDeps, run: CollectRun): Promise<void> {
  const { db, now } = given;
  const clock = watchServerClock(given.fetch, now);
  const deps = { ...given, fetch: clock.fetch };
  const { collection } = run;
  const { project, token } = run.input;
  const { id } = project;
  abandonReservedCalls(db, id);
  const pending = pendingAnswers(db, { projectId: id, parserVersion: PARSER_VERSION });
  const untried = pending.filter(({ readingAttempts }) => readingAttempts === 0);
  if (!(await readPending(deps, run, untried))) return;
  try {
    if (isTokenRefused(db, { projectId: id, tokenFingerprint: tokenFingerprint(token) })) {
      throw new ClarityError(
        'token-refused',
        `Clarity has refused this token of ${id} before, so no call was made. Generate a new one in Clarity under ` +
          'Settings > Data Export, or try this one by hand with "clarity-keep doctor --live".',
      );
    }
    await makeCalls(deps, run);
  } catch (error) {
    if (error instanceof LeaseLostError) {
      collection.warnings.push(error.message);
      return;
    }
    if (!(error instanceof ClarityError)) throw error;
    noteFailure(collection, error);
  }
  if (clock.isConfirmed()) setApart(deps, run);
  // One of these may have ended the previous process, so they come after the calls.
  const tried = pending.filter(({ readingAttempts }) => readingAttempts > 0);
  await readPending(deps, run, tried);
}

/** What a clock that was ahead has dated says nothing about any day; now it is known to be right. */
function setApart({ db, now }: CollectDeps, { input, grouping, collection, factsOf }: CollectRun) {
  const { id: projectId } = input.project;
  const { timeZone } = grouping;
  const count = setMisdatedApart(db, { projectId, timeZone, now: now(), factsOf });
  if (count === 0) return;
  collection.warnings.push(
    `This machine's clock was ahead: ${counted(count, 'stored response')} from after ${minuteUtc(now())} no longer count. The days that Clarity still has are collected again.`,
  );
}

/**
 * Makes one call and plans again, until nothing is left to collect: each response may change what is worth
 * collecting. A window requested by hand is collected whatever is known, so its plan is made once.
 *
 * @throws ClarityError
 * @throws LeaseLostError
 */
async function makeCalls(deps: CollectDeps, run: CollectRun): Promise<void> {
  const { collection } = run;
  const failed = new Set<Breakdown>();
  const lacking = new Set<Breakdown>();
  if (run.input.numOfDays !== undefined) {
    const { calls, postponed } = plan(deps, run);
    for (const planned of calls) {
      if (isToldToStop(deps, collection)) return;
      await tryFor(planned);
      // Session records are complete: there is nothing left to break down.
      if (collection.format === 'sessions') return;
    }
    refuseWhenSpent(deps, run, postponed);
    return;
  }
  const deadline = new Date(deps.now().getTime() + (run.input.waitMs ?? 0));
  while (!isToldToStop(deps, collection)) {
    const { calls, postponed } = plan(deps, run);
    const possible = calls.filter(({ breakdown }) => !failed.has(breakdown));
    const planned = possible.find(({ breakdown }) => !lacking.has(breakdown)) ?? possible[0];
    if (planned !== undefined) {
      try {
        await tryFor(planned);
      } catch (error) {
        // Clarity counts by its own clock: a call may have been a moment too early.
        const isQuota = error instanceof ClarityError && error.code === 'quota-spent';
        if (!isQuota || !(await waitForFreeCall(deps, run, deadline))) throw error;
      }
      continue;
    }
    const wanted = postponed.filter(({ breakdown }) => !failed.has(breakdown));
    if (wanted.length > 0 && (await waitForFreeCall(deps, run, deadline))) continue;
    refuseWhenSpent(deps, run, postponed);
    notePostponed(deps, run, postponed);
    return;
  }

  async function tryFor(planned: PlannedCall): Promise<void> {
    try {
      const { breakdown } = planned;
      // A breakdown that lacks metrics is called for once more in this run, after all others.
      if (await makeCall(deps, run, planned))
        (lacking.has(breakdown) ? failed : lacking).add(breakdown);
    } catch (error) {
      if (!(error instanceof ClarityError) || failurePolicies[error.code].endsRun) throw error;
      failed.add(planned.breakdown);
      noteFailure(collection, error);
    }
  }
}

/** Retries come out of the reserve. */
function plan({ db, now }: CollectDeps, { input, grouping, collection }: CollectRun): CollectPlan {
  const { id, extraBreakdowns: extras, reserve } = input.project;
  const failed = collection.calls.filter(({ rows }) => rows === null).length;
  return loadPlan(db, {
    projectId: id,
    timeZone: grouping.timeZone,
    extras,
    reserve: Math.max(0, reserve - failed),
    format: collection.format,
    numOfDays: input.numOfDays,
    now: now(),
  });
}

/** Says which days have to wait for calls, and which will be gone by then. */
function notePostponed(
  { db, now }: CollectDeps,
  { input, grouping: { timeZone }, collection }: CollectRun,
  postponed: readonly PlannedCall[],
): void {
  const quota = loadQuota(db, input.project.id, now());
  const next = nextFreeCalls(quota);
  if (postponed.length === 0 || next === null) return;
  collection.callsFreeAt = quota.nextFreeAt;
  const oldestDay = oldestDayOfWindow(quota.nextFreeAt ?? now(), 3, timeZone);
  const days = [...new Set(postponed.map(({ day }) => day))].toSorted();
  const waiting = days.filter((day) => day >= oldestDay);
  const lost = days.filter((day) => day < oldestDay);
  const prefix = 'Not enough calls are free to collect all of';
  if (waiting.length > 0) {
    collection.warnings.push(
      `${prefix} ${listed(waiting)}: ${next}. The next run tries again while Clarity still has the data.`,
    );
  }
  if (lost.length > 0) {
    collection.warnings.push(
      `${prefix} ${listed(lost)}: ${next}, and Clarity will have deleted it by then.`,
    );
  }
}

/**
 * A later run can make the calls that have to wait, so having to wait is not a failure.
 *
 * @throws ClarityError when the window was requested by hand, or Clarity refuses further calls.
 */
function refuseWhenSpent(
  { db, now }: CollectDeps,
  { input: { project, numOfDays } }: CollectRun,
  postponed: readonly PlannedCall[],
): void {
  const quota = loadQuota(db, project.id, now());
  const isDue = ({ reason }: PlannedCall): boolean =>
    reason === 'by-hand' || (reason === 'newest-day' && quota.isRefusing);
  if (!postponed.some(isDue)) return;
  const reserve = numOfDays === undefined ? project.reserve : 0;
  throw new ClarityError('quota-spent', spentMessage(quota, { reserve }));
}
