import { createRandom } from '../site/random.ts';
import type { Metric, MetricRow } from './metric.ts';

/**
 * How counts are written: as strings (until August 2026), as numbers (since September 2026), or
 * mixed per metric, differently from call to call (the weeks between).
 */
export type NumberMode = 'strings' | 'mixed' | 'numbers';

/** The fields that change their type with the mode; percentages, means and ratios never do. */
const COUNTS = new Set([
  'sessionsCount',
  'pagesViews',
  'subTotal',
  'totalSessionCount',
  'totalBotSessionCount',
  'distinctUserCount',
  'totalTime',
  'activeTime',
  'visitsCount',
]);

export function isCount(field: string): boolean {
  return COUNTS.has(field);
}

/** Rewrites the counts of numeric metrics in the given mode. `call` names the call for `mixed`. */
export function writeNumbers(metrics: Metric[], mode: NumberMode, call: string): Metric[] {
  if (mode === 'numbers') return metrics;
  return metrics.map((metric) => {
    const asStrings = mode === 'strings' || isStringInMixed(metric.metricName, call);
    return asStrings ? { ...metric, information: metric.information.map(withStrings) } : metric;
  });
}

function isStringInMixed(metricName: string, call: string): boolean {
  // Every mixed answer has both kinds: engagement was the last to change.
  if (metricName === 'EngagementTime') return true;
  if (metricName === 'Traffic') return false;
  return createRandom(call, 'mixed', metricName).chance(0.5);
}

function withStrings(row: MetricRow): MetricRow {
  const entries = Object.entries(row).map(([field, value]) =>
    isCount(field) && typeof value === 'number' ? [field, String(value)] : [field, value],
  );
  return Object.fromEntries(entries);
}
