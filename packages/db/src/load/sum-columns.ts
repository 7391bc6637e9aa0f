import type { WeightedSum, WindowSums } from '@clarity-keep/core';
import { signals } from '@clarity-keep/core';
import { signalColumn, weightedMeasures } from '../store/fact-columns.ts';

/** A row in raw mode: the sums in the order of `sumColumns`, after what the caller put first. */
export type SumsRow = (number | null)[];

/** Aggregates of `day_facts f`. A sum of nothing but nulls is null: unknown stays unknown. */
export const sumColumns = [
  'SUM(f.sessions)',
  'SUM(f.bot_sessions)',
  'SUM(f.page_views)',
  'SUM(f.bounced_sessions)',
  sessionsWhereKnown('bounced_sessions'),
  ...signals.flatMap((signal) => [
    `SUM(f.${signalColumn[signal]}_events)`,
    `SUM(f.${signalColumn[signal]}_sessions)`,
    sessionsWhereKnown(`${signalColumn[signal]}_sessions`),
  ]),
  ...weightedMeasures.flatMap((measure) => [`SUM(f.${measure}_sum)`, `SUM(f.${measure}_weight)`]),
];

const FIRST_SIGNAL = 5;
const FIRST_WEIGHTED = FIRST_SIGNAL + 3 * signals.length;

/** Reads the sums that start at `offset` of a row. */
export function sumsAt(row: SumsRow, offset: number): WindowSums {
  const at = (index: number): number | null => row[offset + index] ?? null;
  const weightedAt = (index: number): WeightedSum | null => {
    const [sum, weight] = [at(index), at(index + 1)];
    return sum === null || weight === null ? null : { sum, weight };
  };
  const counts: Partial<WindowSums['signals']> = {};
  signals.forEach((signal, index) => {
    const first = FIRST_SIGNAL + 3 * index;
    counts[signal] = {
      events: at(first),
      affected: at(first + 1),
      knownSessions: at(first + 2) ?? 0,
    };
  });
  return {
    sessions: at(0) ?? 0,
    botSessions: at(1),
    pageViews: at(2),
    bouncedSessions: at(3),
    bounceKnownSessions: at(4) ?? 0,
    // The loop above has set every signal.
    signals: counts as WindowSums['signals'],
    scrollDepth: weightedAt(FIRST_WEIGHTED),
    totalSeconds: weightedAt(FIRST_WEIGHTED + 2),
    activeSeconds: weightedAt(FIRST_WEIGHTED + 4),
  };
}

function sessionsWhereKnown(column: string): string {
  return `SUM(CASE WHEN f.${column} IS NOT NULL THEN f.sessions END)`;
}
