import type { SignalSums } from '@clarity-keep/core';
import { forEachSignal, signals } from '@clarity-keep/core';
import { signalColumn } from '../store/fact-columns.ts';

/**
 * Aggregates of `day_facts f` that signals are judged by: a third of `sumColumns`, for those who read
 * weeks of pages. Sessions without a signal's count are subtracted, which is quicker than adding those with one.
 */
export const signalColumns = [
  'SUM(f.sessions)',
  ...signals.flatMap((signal) => [
    `SUM(f.${signalColumn[signal]}_sessions)`,
    `SUM(f.sessions) FILTER (WHERE f.${signalColumn[signal]}_sessions IS NULL)`,
  ]),
];

/** Reads the sums that start at `offset` of a row in raw mode. */
export function signalSumsAt(row: readonly (number | string | null)[], offset: number): SignalSums {
  const at = (index: number): number | null => {
    const value = row[offset + index];
    return typeof value === 'number' ? value : null;
  };
  const sessions = at(0) ?? 0;
  return {
    sessions,
    signals: forEachSignal((signal) => {
      const first = 1 + 2 * signals.indexOf(signal);
      return { affected: at(first), knownSessions: sessions - (at(first + 1) ?? 0) };
    }),
  };
}
