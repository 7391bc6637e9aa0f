import type { WindowSums } from '@clarity-keep/core';
import { possibleCount, possibleShare, possibleWeighted, signals } from '@clarity-keep/core';
import type { WeightedMeasure } from '../fact-columns.ts';
import { knownSessions, largestMeans, signalColumn, weightedMeasures } from '../fact-columns.ts';
import { sumColumnsOf } from './read-sums.ts';

/** A row in raw mode: the sums in the order of `sumColumns`, after the caller's own columns. */
export type SumsRow = (number | null)[];

/** All sums of facts. A sum of nothing but nulls is null: unknown stays unknown. */
export const sumColumns = sumColumnsOf((sum) => {
  return [
    sum('f.sessions'),
    sum('f.bot_sessions'),
    sum('f.page_views'),
    sum('f.bounced_sessions'),
    sum('CASE WHEN f.bounced_sessions IS NOT NULL THEN f.sessions END'),
    ...signals.flatMap((signal) => [
      sum(`f.${signalColumn[signal]}_events`),
      sum(`f.${signalColumn[signal]}_sessions`),
      sum(knownSessions(signal)),
    ]),
    ...weightedMeasures.flatMap((measure) => [`SUM(f.${measure}_sum)`, sum(`f.${measure}_weight`)]),
  ];
});

const FIRST_SIGNAL = 5;
const FIRST_WEIGHTED = FIRST_SIGNAL + 3 * signals.length;

/**
 * Reads the sums over this many days, starting at `offset` of a row. Impossible values become unknown; the
 * result is null if the sessions are impossible.
 */
export function sumsAt(row: SumsRow, offset: number, days: number): WindowSums | null {
  const at = (index: number): number | null => possibleCount(row[offset + index] ?? null, days);
  const weightedAt = (index: number, measure: WeightedMeasure) =>
    possibleWeighted(row[offset + index] ?? null, row[offset + index + 1] ?? null, {
      most: largestMeans[measure],
      days,
    });
  const sessions = at(0);
  if (sessions === null) return null;
  const counts: Partial<WindowSums['signals']> = {};
  signals.forEach((signal, index) => {
    const first = FIRST_SIGNAL + 3 * index;
    const known = at(first + 2) ?? 0;
    const events = at(first);
    // The zero of a day without sessions tells nothing about days with some.
    const isUnknown = known === 0 && sessions > 0;
    counts[signal] = {
      events: isUnknown && events === 0 ? null : events,
      affected: isUnknown ? null : possibleShare(at(first + 1), known),
      knownSessions: known,
    };
  });
  const bounceKnownSessions = at(4) ?? 0;
  return {
    sessions,
    botSessions: at(1),
    pageViews: at(2),
    bouncedSessions: possibleShare(at(3), bounceKnownSessions),
    bounceKnownSessions,
    // The loop above sets every signal.
    signals: counts as WindowSums['signals'],
    scrollDepth: weightedAt(FIRST_WEIGHTED, 'scroll_depth'),
    totalSeconds: weightedAt(FIRST_WEIGHTED + 2, 'total_seconds'),
    activeSeconds: weightedAt(FIRST_WEIGHTED + 4, 'active_seconds'),
  };
}
