import type { Day } from '../calendar/day.ts';
import type { CoveredDay } from './covered-day.ts';
import { isNews, newSeconds, sharesHours, WORTHWHILE_SECONDS } from './new-seconds.ts';

/**
 * Who wins a day. Each day of a breakdown has one source. The candidates are Clarity's aggregated
 * responses, alone (direct) or the difference of two, and session records.
 *
 * Among aggregated responses (`winnerOfDay`), in this order:
 *
 * 1. A window of which less than six hours are not yet counted on the day before cannot win.
 * 2. A response that was not cut off beats one that was.
 * 3. The one that adds more seconds of the day wins: those it covers, less those counted on the day
 *    before if these are more than three hours. A difference must add an hour more than a direct
 *    response, because it is an estimate.
 * 4. On a tie the later window wins, then the later call.
 *
 * Between aggregated responses and session records (`takesOver`), the one that covers more of the day
 * wins, the later window on a tie. Session records never compete with each other: they add up
 * (`sessionRecordsWin`).
 */

/** What a window can say about a day. */
export interface CoverageClaim {
  /** Seconds of the calendar day that the window covers. */
  overlapSeconds: number;
  windowEnd: Date;
}

type Origin =
  | { method: 'direct'; callId: number; subtractedCallId: null }
  | { method: 'differenced'; callId: number; subtractedCallId: number };

/** An aggregated response, or the difference of two, that a day's facts could come from. */
export type DayCandidate = CoverageClaim &
  Origin & {
    day: Day;
    truncated: boolean;
    /** The window covers most of the day. */
    coversDay: boolean;
  };

/** Where the facts of a day come from. */
export type DaySource = CoverageClaim & Origin & { day: Day; state: CoveredDay['state'] };

/**
 * The candidate that wins a day; null when none can. `endBefore` is the end of the window counted on the
 * day before.
 */
export function winnerOfDay(
  candidates: readonly DayCandidate[],
  endBefore: Date | null,
): DaySource | null {
  const [winner] = candidates
    .filter(({ windowEnd }) => isNews(windowEnd, endBefore))
    .toSorted((a, b) => compare(b, a, endBefore));
  return winner === undefined ? null : sourceOf(winner, endBefore);
}

/** Whether a claim takes a day over from a holder of the other format. */
export function takesOver(claim: CoverageClaim, holder: CoverageClaim | null): boolean {
  if (holder === null) return true;
  if (claim.overlapSeconds !== holder.overlapSeconds)
    return claim.overlapSeconds > holder.overlapSeconds;
  return claim.windowEnd > holder.windowEnd;
}

/** Whether session records have a day, next to what is stored of it: they add to earlier ones. */
export function sessionRecordsWin(claim: CoverageClaim, holder: CoveredDay | null): boolean {
  return holder?.method === 'sessions' || takesOver(claim, holder);
}

/** Above zero when `a` is the better source. */
function compare(a: DayCandidate, b: DayCandidate, endBefore: Date | null): number {
  if (a.truncated !== b.truncated) return a.truncated ? -1 : 1;
  return (
    worth(a, endBefore) - worth(b, endBefore) ||
    a.windowEnd.getTime() - b.windowEnd.getTime() ||
    a.callId - b.callId
  );
}

function worth(candidate: DayCandidate, endBefore: Date | null): number {
  const seconds = newSeconds(candidate, endBefore);
  return candidate.method === 'direct' ? seconds + WORTHWHILE_SECONDS : seconds;
}

function sourceOf(
  { truncated, coversDay, ...source }: DayCandidate,
  endBefore: Date | null,
): DaySource {
  const isEstimate =
    source.method === 'differenced' || !coversDay || sharesHours(source.windowEnd, endBefore);
  return { ...source, state: truncated ? 'truncated' : isEstimate ? 'estimated' : 'complete' };
}
