/**
 * Calls that Clarity answers per project in any 24 hours. Source: 702 recorded calls (the official page says "10
 * requests per day").
 */
export const QUOTA_LIMIT = 10;

const DAY_MS = 86_400_000;

/** Calls of one run become free within this time of each other. */
const ONE_RUN_MS = 15 * 60_000;

/** How long after an unexpected refusal the next call tries again. It costs nothing: a refused call is not counted. */
const PROBE_MS = 3_600_000;

/**
 * The same where one of our calls had just turned a day old: Clarity counts by its own clock, and from when a call
 * arrives. In the recordings a call was refused after 23 h 58 min 48 s, and answered after 24 h 36 s.
 */
const BORDER_MS = 60_000;

/** What the ledger knows of a project's calls. */
export interface CountedCalls {
  /** When the calls that may count were made. */
  countedAt: readonly Date[];
  /** When Clarity last said that the quota is used up, unless it has answered since; otherwise null. */
  refusedAt: Date | null;
}

/** How many calls Clarity answers, and from when on it answers more. */
export interface Quota {
  limit: number;
  /** Calls of the last 24 hours that count. */
  used: number;
  /** Calls that Clarity answers now, as far as the ledger knows. */
  left: number;
  /** When further calls become free; null when all are. */
  nextFreeAt: Date | null;
  /** How many become free then, or within minutes of it. */
  nextFree: number;
  /** When all calls are free, if none is made until then. */
  allFreeAt: Date | null;
  /** Clarity refuses calls although the ledger counts fewer than the limit: another program makes calls. */
  isRefusing: boolean;
}

/**
 * The rolling quota at an instant: a call counts for 24 hours, a refused one (HTTP 429) never. After a refusal that
 * the ledger did not expect no call is free until the oldest counted call is a day old, or an hour has passed.
 */
export function rollingQuota({ countedAt, refusedAt }: CountedCalls, now: Date): Quota {
  const expiries = expiriesAfter(now, countedAt);
  const used = expiries.length;
  const retryAt = refusedAt === null ? 0 : retryAfter(refusedAt, countedAt);
  const isRefusing = retryAt > now.getTime();
  // Whatever was counted beyond the limit has to become free first.
  const freeing = isRefusing ? [retryAt] : expiries.slice(Math.max(0, used - QUOTA_LIMIT));
  const [next] = freeing;
  return {
    limit: QUOTA_LIMIT,
    used,
    left: isRefusing ? 0 : Math.max(0, QUOTA_LIMIT - used),
    nextFreeAt: instant(next),
    nextFree: freeing.filter((expiry) => expiry <= (next ?? 0) + ONE_RUN_MS).length,
    allFreeAt: instant(isRefusing ? Math.max(retryAt, ...expiries) : expiries.at(-1)),
    isRefusing,
  };
}

function retryAfter(refusedAt: Date, countedAt: readonly Date[]): number {
  const refused = refusedAt.getTime();
  const [next = Infinity] = expiriesAfter(new Date(refused - BORDER_MS), countedAt);
  return Math.min(refused + PROBE_MS, next <= refused ? refused + BORDER_MS : next);
}

/** When calls stop counting that still count at an instant, the earliest first. */
function expiriesAfter(at: Date, countedAt: readonly Date[]): number[] {
  return countedAt
    .map((counted) => counted.getTime() + DAY_MS)
    .filter((expiry) => expiry > at.getTime())
    .toSorted((a, b) => a - b);
}

function instant(at: number | undefined): Date | null {
  return at === undefined ? null : new Date(at);
}
