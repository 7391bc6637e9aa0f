import type { SignalSums } from '@clarity-keep/core';
import { forEachSignal, possibleCount, possibleShare, signals } from '@clarity-keep/core';
import { signalColumn } from '../fact-columns.ts';
import { sumColumnsOf } from './read-sums.ts';

/**
 * Sums that signals are judged by: a third of `sumColumns`, for those who read weeks of pages. Sessions
 * without a signal's count are subtracted, which is quicker than adding those with one.
 */
export const signalColumns = sumColumnsOf((sum) => [
  sum('f.sessions'),
  ...signals.flatMap((signal) => [
    sum(`f.${signalColumn[signal]}_sessions`),
    `${sum('f.sessions')} FILTER (WHERE f.${signalColumn[signal]}_sessions IS NULL)`,
  ]),
]);

/**
 * Reads the sums over so many days that start at `offset` of a row in raw mode. What cannot be is unknown;
 * null when the sessions are.
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
      const first = 1 + 2 * signals.indexOf(signal);
      const knownSessions = Math.max(0, sessions - (at(first + 1) ?? 0));
      return { affected: possibleShare(at(first), knownSessions), knownSessions };
    }),
  };
}
