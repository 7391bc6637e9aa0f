import type { Quota } from '@clarity-keep/core';
import { rollingQuota } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const CALLS = `SELECT requested_at AS requestedAt, state FROM api_calls
  WHERE project_id = @projectId AND origin = 'collect' AND state NOT IN ('unsent', 'misdated')
    AND requested_at BETWEEN @since AND @until ORDER BY id DESC`;

interface CallRow {
  requestedAt: string;
  state: string;
}

/** Longer than a call can count: a refusal a day ago is judged by the day before it. */
const LOOK_BACK_MS = 2 * 86_400_000;

/** A clock that was ahead by less than this has dated recent calls in the future: they still count. */
const CLOCK_AHEAD_MS = 86_400_000;

/**
 * The quota of a project at an instant, as far as the ledger knows. A call whose outcome is not known counts, and so
 * does one under way; one that never reached Clarity or that it refused for the quota's sake does not.
 */
export function loadQuota(db: Database, projectId: string, now: Date): Quota {
  const rows = prepared(db, CALLS).all({
    projectId,
    since: new Date(now.getTime() - LOOK_BACK_MS).toISOString(),
    until: new Date(now.getTime() + CLOCK_AHEAD_MS).toISOString(),
  }) as CallRow[];
  // What was asked before Clarity last answered says nothing about the quota since.
  const refusal = rows.find(({ state }) => state === 'answered' || state === 'limited');
  return rollingQuota(
    {
      countedAt: rows.filter(({ state }) => state !== 'limited').map(madeAt),
      refusedAt: refusal?.state === 'limited' ? earlier(madeAt(refusal), now) : null,
    },
    now,
  );
}

/** A clock that was ahead must not lock the project for longer. */
function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

function madeAt({ requestedAt }: CallRow): Date {
  return new Date(requestedAt);
}
