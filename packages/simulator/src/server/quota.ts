import { dayOf } from '../site/day.ts';

/** How Clarity counts calls. Recorded calls say rolling; the official page only says "per day". */
export const quotaWindows = ['rolling', 'utc-day'] as const;

export type QuotaWindow = (typeof quotaWindows)[number];

const DAY_MS = 86_400_000;

/** Counts the calls of one project. A refused call is not counted. */
export function createQuota(): {
  take: (now: number, quota: { limit: number; window: QuotaWindow }) => boolean;
} {
  let taken: number[] = [];
  return {
    /** Takes one call at `now`, epoch milliseconds; false when the limit is reached. */
    take: (now, { limit, window }) => {
      const counts = (at: number) =>
        window === 'rolling' ? at > now - DAY_MS : dayOf(at) === dayOf(now);
      taken = taken.filter((at) => at > now - DAY_MS);
      if (taken.filter(counts).length >= limit) return false;
      taken.push(now);
      return true;
    },
  };
}
