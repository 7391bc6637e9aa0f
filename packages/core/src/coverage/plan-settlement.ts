import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import type { ReconciledList } from '../facts/insights-answer.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import type { CoveredDay } from './covered-day.ts';
import type { DaySource } from './day-winner.ts';
import { takesOver } from './day-winner.ts';
import { resolveDays } from './resolve-days.ts';
import type { AnsweredWindow } from './window-pairs.ts';
import { pairKey } from './window-pairs.ts';

/** How many sessions a stored response has: what planning needs to know of its facts. */
export interface ResponseSummary {
  sessions: ReadonlyMap<Breakdown, number>;
  /** Sessions of all rows of a list; only a response without dimensions has lists. */
  listedSessions: Readonly<Record<ReconciledList, number | null>> | null;
}

export interface SettlementInput {
  from: Day;
  to: Day;
  timeZone: string;
  /** All responses that can say something about these days. */
  windows: ReadonlyMap<Breakdown, readonly AnsweredWindow[]>;
  /** What is stored of these days and of the day before. */
  stored: readonly CoveredDay[];
  /** Null when the facts of a response cannot be made any more. */
  summaryOf: (callId: number) => ResponseSummary | null;
  /** Whether the raw response of a call is still stored. */
  isArchived: (callId: number) => boolean;
  /** Writes every day again, even if it has its source already. */
  rebuild: boolean;
  /** A response that was parsed again, so that what comes from it is written again. */
  reread?: number | undefined;
}

/**
 * What happens to one day and breakdown. write: its facts become those of the source. restate: they are
 * those already, and only the state of the day changes. remove: no response gives it any more.
 */
export type DaySettlement = { day: Day; breakdown: Breakdown } & (
  | { action: 'write' | 'restate'; source: DaySource }
  | { action: 'remove' }
);

/** A difference of two responses that cannot be: the narrower one has more sessions. */
export interface RefusedDifference {
  breakdown: Breakdown;
  day: Day;
  callId: number;
  subtractedCallId: number;
}

export interface SettlementPlan {
  /** In order of day and breakdown. A day that stays as it is does not appear. */
  days: DaySettlement[];
  refused: RefusedDifference[];
}

/**
 * Decides what each day from `from` to `to` gets: a function of the archive, so the same whatever the
 * order in which responses were parsed. Settling days that are settled plans nothing. Days of session
 * records stay unless a response covers more of them; days whose raw responses were deleted stay as
 * they are.
 */
export function planSettlement(input: SettlementInput): SettlementPlan {
  const { from, to, windows, rebuild, reread } = input;
  const isWrittenAgain = ({ callId, subtractedCallId }: DaySource): boolean =>
    rebuild || (reread !== undefined && (callId === reread || subtractedCallId === reread));
  const stored = new Map(input.stored.map((day) => [keyOf(day), day]));
  const refused: RefusedDifference[] = [];
  const sources = new Map<string, DaySource>();
  for (const [breakdown, ofBreakdown] of windows) {
    const resolved = resolvePossible(ofBreakdown, {
      timeZone: input.timeZone,
      isPossible: (source) => {
        const { day, callId, subtractedCallId } = source;
        if (subtractedCallId === null || day < addDays(from, -1) || day > to) return true;
        // Its difference was made before.
        if (!isWrittenAgain(source) && isSource(source, stored.get(keyOf({ breakdown, day }))))
          return true;
        const wide = input.summaryOf(callId)?.sessions.get(breakdown);
        const narrow = input.summaryOf(subtractedCallId)?.sessions.get(breakdown);
        if (wide === undefined || narrow === undefined || wide >= narrow) return true;
        refused.push({ breakdown, day, callId, subtractedCallId });
        return false;
      },
    });
    for (const source of resolved.values()) {
      if (source.day >= from && source.day <= to)
        sources.set(keyOf({ breakdown, day: source.day }), source);
    }
  }
  const keys = [...new Set([...sources.keys(), ...stored.keys()])].toSorted();
  const days = keys.flatMap((key): DaySettlement[] => {
    const [day, breakdown] = key.split(' ') as [Day, Breakdown];
    if (day < from) return [];
    const holder = stored.get(key);
    const source = sources.get(key);
    if (source === undefined) {
      return holder !== undefined && isRemovable(holder, input)
        ? [{ day, breakdown, action: 'remove' }]
        : [];
    }
    if (holder?.method === 'sessions' && !takesOver(source, holder)) return [];
    if (isWrittenAgain(source) || !isSource(source, holder))
      return [{ day, breakdown, action: 'write', source }];
    return holder?.state === source.state ? [] : [{ day, breakdown, action: 'restate', source }];
  });
  return { days, refused };
}

function keyOf({ breakdown, day }: { breakdown: Breakdown; day: Day }): string {
  return `${day} ${breakdown}`;
}

/** Resolves the days without the pairs whose difference is impossible, until none is left. */
function resolvePossible(
  windows: readonly AnsweredWindow[],
  { timeZone, isPossible }: { timeZone: string; isPossible: (source: DaySource) => boolean },
): Map<Day, DaySource> {
  const refused = new Set<string>();
  for (;;) {
    const resolved = resolveDays(windows, { timeZone, refused });
    const impossible = [...resolved.values()].filter((source) => !isPossible(source));
    if (impossible.length === 0) return resolved;
    for (const { callId, subtractedCallId } of impossible) {
      if (subtractedCallId !== null) refused.add(pairKey(callId, subtractedCallId));
    }
  }
}

/** Whether a stored day has its facts from this source. */
function isSource(source: DaySource, holder: CoveredDay | undefined): boolean {
  return (
    holder !== undefined &&
    holder.callId === source.callId &&
    holder.subtractedCallId === source.subtractedCallId &&
    holder.method === source.method &&
    holder.windowEnd.getTime() === source.windowEnd.getTime() &&
    holder.overlapSeconds === source.overlapSeconds
  );
}

/** Imported session records have no response, and a day whose raw response is gone cannot be rebuilt. */
function isRemovable(
  { method, callId }: CoveredDay,
  { isArchived }: Pick<SettlementInput, 'isArchived'>,
): boolean {
  return method !== 'sessions' && callId !== null && isArchived(callId);
}
