import type { WindowSums } from '../facts/window-sums.ts';
import { mean } from '../facts/measures.ts';
import { rateOf } from '../frustration/impact.ts';
import type { Signal } from '../frustration/signals.ts';
import { forEachSignal } from '../frustration/signals.ts';
import type { TwoWeeks } from './compare-weeks.ts';
import { compareWeeks } from './compare-weeks.ts';
import type { Figure, WeeklyReport } from './report-model.ts';

/** The site's numbers of the week next to the week before. Users are absent: they cannot be added. */
export function weekTotals(weeks: TwoWeeks): WeeklyReport['totals'] {
  return {
    comparedDays: weeks.comparedDays,
    baselineWeeks: 0,
    sessions: compareWeeks(weeks, {
      unit: 'percent',
      value: (sums) => sums.sessions,
      sessions: (sums) => sums.sessions,
    }),
    botSessions: compareWeeks(weeks, {
      unit: 'percent',
      value: (sums) => sums.botSessions,
      sessions: (sums) => sums.botSessions ?? 0,
    }),
    signals: forEachSignal((signal) => ({
      events: weeks.known.thisWeek?.signals[signal].events ?? null,
      affected: weeks.known.thisWeek?.signals[signal].affected ?? null,
      rate: signalRate(weeks, signal),
      proof: null,
    })),
    scrollDepth: compareWeeks(weeks, {
      unit: 'points',
      value: ({ scrollDepth }) => mean(scrollDepth),
      sessions: ({ scrollDepth }) => scrollDepth?.weight ?? 0,
    }),
    activeSeconds: compareWeeks(weeks, {
      unit: 'percent',
      value: ({ activeSeconds }) => mean(activeSeconds),
      sessions: ({ activeSeconds }) => activeSeconds?.weight ?? 0,
    }),
  };
}

function signalRate(weeks: TwoWeeks, signal: Signal): Figure {
  const figure = compareWeeks(weeks, {
    unit: 'points',
    value: (sums: WindowSums) => rateOf(sums.signals[signal]),
    sessions: (sums) => sums.signals[signal].knownSessions,
  });
  // A rate is a fraction, its change is in points of a hundred.
  return { ...figure, change: figure.change === null ? null : figure.change * 100 };
}
