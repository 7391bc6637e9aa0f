import type {
  AnsweredWindow,
  Breakdown,
  BreakdownFacts,
  Day,
  DaySource,
  FactsDifference,
  ReconciledList,
  SegmentFact,
} from '@clarity-keep/core';
import {
  addDays,
  dayBounds,
  differenceFacts,
  pairKey,
  resolveDays,
  takesOver,
} from '@clarity-keep/core';
import type { CoveredDay } from '../coverage/load-coverage.ts';
import { loadCoverage } from '../coverage/load-coverage.ts';
import { loadAnsweredWindows } from './load-answered-windows.ts';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { reconcileDays } from './reconcile-days.ts';
import type { FactCounts } from './write-day.ts';
import { coverDay, removeDay, writeDay } from './write-day.ts';

/** What was made of the body of one answer. */
export interface AnswerFacts {
  breakdowns: readonly BreakdownFacts[];
  /** Only an answer without dimensions has lists. */
  listedSessions: Record<ReconciledList, number | null> | null;
}

/** The facts of an archived answer; null when its body is gone. */
export type FactsOfCall = (callId: number) => AnswerFacts | null;

/** A difference of windows with values that cannot be. */
export interface ImpossibleDifference {
  breakdown: Breakdown;
  day: Day;
  /** The wider answer. */
  callId: number;
  segments: number;
  /** Nothing of it could be believed, so the day has no facts by it. */
  isRefused: boolean;
}

export interface SettledDays {
  facts: FactCounts;
  impossible: ImpossibleDifference[];
}

export interface SettleInput {
  projectId: string;
  timeZone: string;
  from: Day;
  to: Day;
  factsOf: FactsOfCall;
  /** Makes every day anew, also where the source is the one it has. */
  rebuild?: boolean;
}

/** A window is at most three days long, and its day half a day old. */
const LATEST_ANSWER_DAYS = 4;

/**
 * Makes the facts of the days `from`..`to` what the archive says they are. It is a function of the
 * archive: whatever order answers were read in, and however often, the days come out the same. Days of
 * session records stay unless an answer covers them better; days whose bodies were given up stay as
 * they are. Call it inside a write transaction.
 */
export function settleDays(db: Database, input: SettleInput): SettledDays {
  const { projectId, timeZone, from, to, factsOf, rebuild = false } = input;
  const windows = loadAnsweredWindows(db, {
    projectId,
    from: dayBounds(addDays(from, -1), timeZone).start,
    to: dayBounds(addDays(to, LATEST_ANSWER_DAYS), timeZone).end,
  });
  const held = new Map(
    loadCoverage(db, { projectId, from: addDays(from, -1), to }).map((day) => [keyOf(day), day]),
  );
  const settled: SettledDays = {
    facts: { inserted: 0, replaced: 0, unchanged: 0 },
    impossible: [],
  };
  const sources = new Map<string, DaySource>();
  const differences = differencesOf(factsOf);
  for (const [breakdown, ofBreakdown] of windows) {
    const resolved = resolvePossible(ofBreakdown, {
      timeZone,
      isImpossible: (source) => {
        if (source.day < addDays(from, -1) || source.day > to) return false;
        const holder = held.get(keyOf({ breakdown, day: source.day }));
        if (!rebuild && holder !== undefined && isSameSource(holder, source)) return false;
        if (differences.of(breakdown, source) !== 'impossible') return false;
        const { day, callId, subtractedCallId } = source;
        // A differenced source has both.
        const narrow = factsOfCall(breakdown, subtractedCallId as number, factsOf);
        const segments = narrow?.length ?? 0;
        settled.impossible.push({ breakdown, day, callId, segments, isRefused: true });
        return true;
      },
    });
    for (const source of resolved.values()) {
      if (source.day >= from && source.day <= to) {
        sources.set(keyOf({ breakdown, day: source.day }), source);
      }
    }
  }
  const touched: { day: Day; breakdown: Breakdown }[] = [];
  for (const key of [...new Set([...sources.keys(), ...held.keys()])].toSorted()) {
    const [day, breakdown] = key.split(' ') as [Day, Breakdown];
    if (day < from) continue;
    const source = sources.get(key);
    const holder = held.get(key);
    if (source === undefined) {
      if (holder === undefined || !isOursToRemove(db, holder)) continue;
      removeDay(db, { projectId, breakdown, day });
      touched.push({ day, breakdown });
      continue;
    }
    if (holder?.method === 'sessions' && !takesOver(source, holder)) continue;
    if (!rebuild && holder !== undefined && isSameSource(holder, source)) {
      if (holder.state !== source.state) coverDay(db, { projectId, breakdown, day }, source);
      continue;
    }
    const made = factsOfSource(breakdown, source, { factsOf, differences });
    if (made === null) continue;
    if (made.impossible > 0) {
      const { callId } = source;
      const segments = made.impossible;
      settled.impossible.push({ breakdown, day, callId, segments, isRefused: false });
    }
    add(settled.facts, writeDay(db, { projectId, breakdown, day }, { source, facts: made.facts }));
    touched.push({ day, breakdown });
  }
  reconcileDays(db, {
    projectId,
    timeZone,
    touched,
    range: { from, to },
    windows,
    impossible: settled.impossible,
    factsOf,
  });
  return settled;
}

function keyOf({ breakdown, day }: { breakdown: Breakdown; day: Day }): string {
  return `${day} ${breakdown}`;
}

function isSameSource(holder: CoveredDay, source: DaySource): boolean {
  return (
    holder.callId === source.callId &&
    holder.subtractedCallId === source.subtractedCallId &&
    holder.method === source.method &&
    holder.windowEnd.getTime() === source.windowEnd.getTime() &&
    holder.overlapSeconds === source.overlapSeconds
  );
}

/** Resolves anew without the pairs whose difference cannot be, until none is left. */
function resolvePossible(
  windows: readonly AnsweredWindow[],
  { timeZone, isImpossible }: { timeZone: string; isImpossible: (source: DaySource) => boolean },
): Map<Day, DaySource> {
  const refused = new Set<string>();
  for (;;) {
    const resolved = resolveDays(windows, { timeZone, refused });
    const impossible = [...resolved.values()].filter(
      (source) => source.method === 'differenced' && isImpossible(source),
    );
    if (impossible.length === 0) return resolved;
    for (const { callId, subtractedCallId } of impossible) {
      // A differenced source has both.
      refused.add(pairKey(callId, subtractedCallId as number));
    }
  }
}

interface Differences {
  /** gone: a body was given up. impossible: the narrower answer has more. */
  of(breakdown: Breakdown, source: DaySource): FactsDifference | 'gone' | 'impossible';
}

function differencesOf(factsOf: FactsOfCall): Differences {
  const known = new Map<string, FactsDifference | 'gone' | 'impossible'>();
  return {
    of(breakdown, { callId, subtractedCallId }) {
      const key = `${breakdown} ${callId} ${subtractedCallId}`;
      const value = known.get(key) ?? difference(breakdown, callId, subtractedCallId);
      known.set(key, value);
      return value;
    },
  };

  function difference(breakdown: Breakdown, callId: number, subtractedCallId: number | null) {
    const wide = factsOfCall(breakdown, callId, factsOf);
    const narrow =
      subtractedCallId === null ? null : factsOfCall(breakdown, subtractedCallId, factsOf);
    if (wide === null || narrow === null) return 'gone';
    return differenceFacts(wide, narrow) ?? 'impossible';
  }
}

function factsOfCall(
  breakdown: Breakdown,
  callId: number,
  factsOf: FactsOfCall,
): readonly SegmentFact[] | null {
  const facts = factsOf(callId)?.breakdowns.find((given) => given.breakdown === breakdown);
  return facts?.facts ?? null;
}

/** Null when a body that is needed was given up. */
function factsOfSource(
  breakdown: Breakdown,
  source: DaySource,
  { factsOf, differences }: { factsOf: FactsOfCall; differences: Differences },
): { facts: readonly SegmentFact[]; impossible: number } | null {
  if (source.method === 'differenced') {
    const difference = differences.of(breakdown, source);
    return typeof difference === 'string' ? null : difference;
  }
  const facts = factsOfCall(breakdown, source.callId, factsOf);
  return facts === null ? null : { facts, impossible: 0 };
}

/** Imported sessions have no answer, and what was made of a body that is gone cannot be made again. */
function isOursToRemove(db: Database, { method, callId }: CoveredDay): boolean {
  if (method === 'sessions' || callId === null) return false;
  const isKept = prepared(db, 'SELECT body IS NOT NULL FROM api_calls WHERE id = ?')
    .pluck()
    .get(callId);
  return isKept === 1;
}

function add(total: FactCounts, counts: FactCounts): void {
  total.inserted += counts.inserted;
  total.replaced += counts.replaced;
  total.unchanged += counts.unchanged;
}
