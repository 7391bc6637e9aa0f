import type { DimensionValues, InsightsAnswer } from '@clarity-keep/core';
import { forEachSignal, reconciledLists, signalMetrics, TOP_LIST_CAP } from '@clarity-keep/core';
import type { DoubtfulValues } from './doubtful-values.ts';
import type { JsonObject } from './json-object.ts';
import { normaliseKey } from './normalise-key.ts';
import { parseText } from './parse-text.ts';
import type { ValuePlace } from './parse-value.ts';
import { parseCount, parsePercent, parseSeconds } from './parse-value.ts';

/** A row, separated into dimensions and measures. */
export interface MetricRow {
  values: DimensionValues;
  fields: JsonObject;
}

/** The rows of all metrics, by normalised names; null for a metric that did not come. */
export function readMetrics(
  metrics: ReadonlyMap<string, MetricRow[]>,
  doubtful: DoubtfulValues,
): Pick<
  InsightsAnswer,
  'signals' | 'scrollDepth' | 'traffic' | 'engagement' | 'referrers' | 'listedSessions'
> {
  const rowsOf = <T>(metric: string, read: (row: MetricRow) => T): T[] | null =>
    metrics.get(normaliseKey(metric))?.map(read) ?? null;
  const at = (metric: string, field: string) => ({ field: `${metric}.${field}`, doubtful });
  return {
    signals: forEachSignal((signal) => {
      const metric = signalMetrics[signal];
      const sessions = at(metric, 'sessionsCount');
      const percentage = at(metric, 'sessionsWithMetricPercentage');
      const events = at(metric, 'subTotal');
      return rowsOf(metric, ({ values, fields }) => ({
        values,
        sessions: parseCount(fields['sessionscount'], sessions),
        percentage: parsePercent(fields['sessionswithmetricpercentage'], percentage),
        events: parseCount(fields['subtotal'], events),
      }));
    }),
    scrollDepth: rowsOf('ScrollDepth', ({ values, fields }) => ({
      values,
      averageScrollDepth: parsePercent(
        fields['averagescrolldepth'],
        at('ScrollDepth', 'averageScrollDepth'),
      ),
    })),
    traffic: rowsOf('Traffic', ({ values, fields }) => ({
      values,
      sessions: parseCount(fields['totalsessioncount'], at('Traffic', 'totalSessionCount')),
      botSessions: parseCount(
        fields['totalbotsessioncount'],
        at('Traffic', 'totalBotSessionCount'),
      ),
    })),
    engagement: rowsOf('EngagementTime', ({ values, fields }) => ({
      values,
      totalSeconds: parseSeconds(fields['totaltime'], at('EngagementTime', 'totalTime')),
      activeSeconds: parseSeconds(fields['activetime'], at('EngagementTime', 'activeTime')),
    })),
    listedSessions: Object.fromEntries(
      reconciledLists.map((list) => [
        list,
        sumOfList(metrics.get(list), at(list, 'sessionsCount')),
      ]),
      // Every list is in the map.
    ) as InsightsAnswer['listedSessions'],
    referrers: rowsOf('ReferrerUrl', ({ fields }) => ({
      referrer: parseText(fields['name']),
      sessions: parseCount(fields['sessionscount'], at('ReferrerUrl', 'sessionsCount')),
    })),
  };
}

function sumOfList(rows: readonly MetricRow[] | undefined, place: ValuePlace): number | null {
  // A full list may lack the rest.
  if (rows === undefined || rows.length >= TOP_LIST_CAP) return null;
  return rows.reduce<number | null>((sum, { fields }) => {
    const sessions = parseCount(fields['sessionscount'], place);
    return sum === null || sessions === null ? null : sum + sessions;
  }, 0);
}
