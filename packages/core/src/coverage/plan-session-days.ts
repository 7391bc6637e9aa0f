import type { Day } from '../calendar/day.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import type { CoveredDay } from './covered-day.ts';
import type { CoverageClaim } from './day-winner.ts';
import { sessionRecordsWin } from './day-winner.ts';

/** What the window behind a day's session records covers of the day. */
export interface SessionDayClaim extends CoverageClaim {
  state: CoveredDay['state'];
}

/** The breakdowns that session records give. */
export const sessionBreakdowns = [
  'device',
  'page',
  'page_device',
  'referrer',
  'total',
] as const satisfies readonly Breakdown[];

export interface SessionDaysPlan {
  /** Days whose facts are to be made from the session records stored for them, in order. */
  won: Day[];
  /** What is to be stored about these days. */
  coverage: CoveredDay[];
  /** Days that an aggregated response covers better. */
  left: Day[];
}

/**
 * Decides which days session records get. Records add to records, so a day that once took some in by a
 * guess stays an estimate, and a day stays covered by the widest of the windows it was seen in.
 */
export function planSessionDays(
  claims: ReadonlyMap<Day, SessionDayClaim>,
  { stored, callId }: { stored: readonly CoveredDay[]; callId: number | null },
): SessionDaysPlan {
  const holders = new Map(stored.map((holder) => [`${holder.day} ${holder.breakdown}`, holder]));
  const plan: SessionDaysPlan = { won: [], coverage: [], left: [] };
  for (const [day, claim] of claims) {
    const site = holders.get(`${day} total`) ?? null;
    if (!sessionRecordsWin(claim, site)) {
      plan.left.push(day);
      continue;
    }
    plan.won.push(day);
    const isGuess = site?.method === 'sessions' && site.state === 'estimated';
    for (const breakdown of sessionBreakdowns) {
      const holder = holders.get(`${day} ${breakdown}`);
      if (holder !== undefined && holder.overlapSeconds > claim.overlapSeconds) continue;
      plan.coverage.push({
        ...claim,
        breakdown,
        day,
        state: isGuess ? 'estimated' : claim.state,
        method: 'sessions',
        callId,
        subtractedCallId: null,
      });
    }
  }
  plan.won.sort();
  return plan;
}
