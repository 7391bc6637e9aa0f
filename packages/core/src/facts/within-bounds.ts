import { forEachSignal } from '../segments/signals.ts';
import { MAX_COUNT } from './measure-bounds.ts';
import type { SegmentFact } from './segment-fact.ts';

/**
 * Removes impossible facts. Rows that are each possible may add up to impossible counts: a fact with impossible
 * sessions is left out, any other impossible count becomes unknown.
 */
export function withinBounds(facts: readonly SegmentFact[]): {
  facts: SegmentFact[];
  leftOut: number;
} {
  const kept = facts
    .filter(({ measures }) => measures.sessions <= MAX_COUNT)
    .map(({ segment, measures }) => ({
      segment,
      measures: {
        ...measures,
        botSessions: countWithin(measures.botSessions),
        pageViews: countWithin(measures.pageViews),
        bouncedSessions: countWithin(measures.bouncedSessions),
        signals: forEachSignal((signal) => ({
          ...measures.signals[signal],
          events: countWithin(measures.signals[signal].events),
        })),
      },
    }));
  return { facts: kept, leftOut: facts.length - kept.length };
}

function countWithin(count: number | null): number | null {
  return count === null || count > MAX_COUNT ? null : count;
}
