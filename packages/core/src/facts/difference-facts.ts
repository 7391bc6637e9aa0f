import { forEachSignal } from '../segments/signals.ts';
import { segmentKey } from '../segments/segment.ts';
import type { Measures, SignalCount, WeightedSum } from './measures.ts';
import type { SegmentFact } from './segment-fact.ts';

/** The facts of the part of a window that a narrower one does not cover. */
export interface FactsDifference {
  facts: SegmentFact[];
  /** Segments with an impossible difference, such as fewer sessions in two days than in one of them. */
  impossible: number;
}

/**
 * The facts of the wider window minus those of the narrower one, segment by segment. Impossible values are
 * counted and left unknown, and a segment with impossible sessions is left out; nothing is ever set to zero.
 * Only what the rounding of Clarity's percentages and averages explains is moved to the nearest possible
 * value. Null if the narrower window has more sessions in total: then no part of the difference can be trusted.
 */
export function differenceFacts(
  wide: readonly SegmentFact[],
  narrow: readonly SegmentFact[],
): FactsDifference | null {
  if (sumSessions(wide) < sumSessions(narrow)) return null;
  const subtrahends = new Map(narrow.map((fact) => [segmentKey(fact.segment), fact.measures]));
  const difference: FactsDifference = { facts: [], impossible: 0 };
  // A response without traffic has no rows for pages that only bots have seen, and says nothing about bots.
  const tellsBots =
    narrow.length === 0 || narrow.some(({ measures }) => measures.botSessions !== null);
  for (const { segment, measures } of wide) {
    const key = segmentKey(segment);
    const subtrahend = subtrahends.get(key);
    subtrahends.delete(key);
    const { value, isPossible } =
      subtrahend === undefined
        ? {
            value: tellsBots ? measures : { ...measures, botSessions: null },
            isPossible: true,
          }
        : subtract(measures, subtrahend);
    if (!isPossible) difference.impossible += 1;
    if (value === null) continue;
    const isEmpty = value.sessions === 0 && (value.botSessions ?? 0) === 0;
    if (!isEmpty || segment.breakdown === 'total')
      difference.facts.push({ segment, measures: value });
  }
  // Segments seen in one day and not in the two days that include it.
  difference.impossible += subtrahends.size;
  return difference;
}

export function sumSessions(facts: readonly SegmentFact[]): number {
  return facts.reduce((sum, { measures }) => sum + measures.sessions, 0);
}

const unknownCount: SignalCount = { events: null, affected: null, knownSessions: 0 };

function isPartlyKnown({ knownSessions }: SignalCount, sessions: number): boolean {
  return knownSessions > 0 && knownSessions < sessions;
}

/** Percentages have two decimals: half of the last digit, as a fraction. */
const PERCENTAGE_ERROR = 0.000_05;

/** Mean scroll depth has two decimals. */
const SCROLL_DEPTH_ERROR = 0.005;

/** Mean seconds are whole, rounded or cut. */
const SECONDS_ERROR = 1;

function subtract(
  wide: Measures,
  narrow: Measures,
): { value: Measures | null; isPossible: boolean } {
  const sessions = wide.sessions - narrow.sessions;
  if (sessions < 0) return { value: null, isPossible: false };
  let isPossible = true;
  const both = wide.sessions + narrow.sessions;

  const within = (value: number, most: number, error: number): number | null => {
    const nearest = Math.min(Math.max(value, 0), most);
    if (Math.abs(value - nearest) <= error) return nearest;
    isPossible = false;
    return null;
  };
  const count = (a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : within(a - b, Infinity, 0);
  const signal = (a: SignalCount, b: SignalCount): SignalCount => {
    // The sessions in which a part is known may be others in each window.
    if (isPartlyKnown(a, wide.sessions) || isPartlyKnown(b, narrow.sessions)) return unknownCount;
    const events = count(a.events, b.events);
    if (a.affected === null || b.affected === null) return { ...unknownCount, events };
    const most = Math.min(sessions, events ?? Infinity);
    const error = Math.floor(PERCENTAGE_ERROR * both);
    const affected = within(a.affected - b.affected, most, error);
    return { events, affected, knownSessions: affected === null ? 0 : sessions };
  };
  const weighted = (
    a: WeightedSum | null,
    b: WeightedSum | null,
    { most, error }: { most: number; error: number },
  ): WeightedSum | null => {
    if (a === null || (b === null && narrow.sessions > 0)) return null;
    const weight = a.weight - (b?.weight ?? 0);
    // Fewer sessions were measured in two days than in one of them.
    if (weight < 0) isPossible = false;
    if (weight <= 0) return null;
    const sum = within(a.sum - (b?.sum ?? 0), most * weight, error * both);
    return sum === null ? null : { sum, weight };
  };

  const value: Measures = {
    sessions,
    botSessions: count(wide.botSessions, narrow.botSessions),
    pageViews: count(wide.pageViews, narrow.pageViews),
    bouncedSessions: count(wide.bouncedSessions, narrow.bouncedSessions),
    signals: forEachSignal((name) => signal(wide.signals[name], narrow.signals[name])),
    scrollDepth: weighted(wide.scrollDepth, narrow.scrollDepth, {
      most: 100,
      error: SCROLL_DEPTH_ERROR,
    }),
    totalSeconds: weighted(wide.totalSeconds, narrow.totalSeconds, {
      most: Infinity,
      error: SECONDS_ERROR,
    }),
    activeSeconds: weighted(wide.activeSeconds, narrow.activeSeconds, {
      most: Infinity,
      error: SECONDS_ERROR,
    }),
  };
  return { value, isPossible };
}
