import type { Measures, Signal, WeightedSum } from '@clarity-keep/core';
import { MAX_PERCENT, MAX_SECONDS, signals } from '@clarity-keep/core';

/** The prefix of a signal's columns: `rage_click_events`, `rage_click_sessions`. */
export const signalColumn = {
  rageClicks: 'rage_click',
  deadClicks: 'dead_click',
  errorClicks: 'error_click',
  scriptErrors: 'script_error',
  quickbackClicks: 'quickback_click',
  excessiveScrolls: 'excessive_scroll',
} as const satisfies Record<Signal, string>;

/** Measures that averages are made from: each has a column for its sum and one for its weight. */
export const weightedMeasures = ['scroll_depth', 'total_seconds', 'active_seconds'] as const;

export type WeightedMeasure = (typeof weightedMeasures)[number];

/** The largest possible average of a measure: percent, or the seconds of a day. */
export const largestMeans: Record<WeightedMeasure, number> = {
  scroll_depth: MAX_PERCENT,
  total_seconds: MAX_SECONDS,
  active_seconds: MAX_SECONDS,
};

/** The columns of `day_facts` that hold measures, in the order of `measureValues`. */
export const measureColumns = [
  'sessions',
  'bot_sessions',
  'page_views',
  'bounced_sessions',
  ...signals.flatMap(
    (signal) => [`${signalColumn[signal]}_events`, `${signalColumn[signal]}_sessions`] as const,
  ),
  ...weightedMeasures.flatMap((measure) => [`${measure}_sum`, `${measure}_weight`] as const),
  ...signals.map((signal) => `${signalColumn[signal]}_known_sessions` as const),
] as const;

/**
 * SQL for the sessions of a fact `f` in which a signal could be known; null when it could in none. Only where
 * it is less than all sessions, which is rare, has the column a value.
 */
export function knownSessions(signal: Signal): string {
  const column = signalColumn[signal];
  return `CASE WHEN f.${column}_sessions IS NOT NULL THEN COALESCE(f.${column}_known_sessions, f.sessions) END`;
}

export type MeasureColumn = (typeof measureColumns)[number];

export function measureValues(measures: Measures): (number | null)[] {
  return [
    measures.sessions,
    measures.botSessions,
    measures.pageViews,
    measures.bouncedSessions,
    ...signals.flatMap((signal) => [
      measures.signals[signal].events,
      measures.signals[signal].affected,
    ]),
    ...weighted(measures.scrollDepth),
    ...weighted(measures.totalSeconds),
    ...weighted(measures.activeSeconds),
    ...signals.map((signal) => {
      const { affected, knownSessions: known } = measures.signals[signal];
      return affected === null || known === measures.sessions ? null : known;
    }),
  ];
}

function weighted(value: WeightedSum | null): (number | null)[] {
  return [value?.sum ?? null, value?.weight ?? null];
}
