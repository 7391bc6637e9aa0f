import type { SignalSums } from '@clarity-keep/core';
import { forEachSignal, possibleCount, possibleShare, signals } from '@clarity-keep/core';
import { signalColumn } from '../fact-columns.ts';
import { sumColumnsOf } from './read-sums.ts';

/**
 * The sums that signals are judged by: a third of `sumColumns`, for readers of weeks of pages. Sessions with
 * an unknown count are subtracted, which is faster than adding up those with a known one.
 */
export const signalColumns = sumColumnsOf((sum) => [
  sum('f.sessions'),
  ...signals.flatMap((signal) => [
    sum(`f.${signalColumn[signal]}_sessions`),
    `${sum('f.sessions')} FILTER (WHERE f.${signalColumn[signal]}_sessions IS NULL)`,
  ]),
  ...signals.map(
    (signal) =>
      `${sum(`f.sessions - f.${signalColumn[signal]}_known_sessions`)} FILTER (WHERE f.${signalColumn[signal]}_known_sessions IS NOT NULL)`,
  ),
]);

const FIRST_PARTLY_UNKNOWN = 1 + 2 * signals.length;

/**
 * Reads the sums over this many days, starting at `offset` of a row in raw mode. Impossible values become
 * unknown; the result is null if the sessions are impossible.
 */
export function signalSumsAt(
  row: readonly (number | string | null)[],
  offset: number,
  days: number,
): SignalSums | null {
  const at = (index: number): number | null => {
    const value = row[offset + index];
    return typeof value === 'number' ? possibleCount(value, days) : null;
  };
  const sessions = at(0);
  if (sessions === null) return null;
  return {
    sessions,
    signals: forEachSignal((signal) => {
      const index = signals.indexOf(signal);
      const first = 1 + 2 * index;
      const unknown = (at(first + 1) ?? 0) + (at(FIRST_PARTLY_UNKNOWN + index) ?? 0);
      const knownSessions = Math.max(0, sessions - unknown);
      if (knownSessions === 0 && sessions > 0) return { affected: null, knownSessions };
      return { affected: possibleShare(at(first), knownSessions), knownSessions };
    }),
  };
}
