import type { Site } from '../site/create-site.ts';
import { DAY_MS } from '../site/day.ts';
import { createRandom, shuffle } from '../site/random.ts';
import type { Signal } from '../site/visit.ts';
import { type Tally, tallyVisits } from '../truth/tally.ts';
import { type Dimension, knownDimensions } from './dimensions.ts';
import type { Metric, MetricRow } from './metric.ts';
import { type NumberMode, writeNumbers } from './number-mode.ts';
import { topLists } from './top-lists.ts';

export type InsightsRequest = {
  site: Site;
  /** The instant of the call, epoch milliseconds: the window is [end - numOfDays x 24 h, end). */
  end: number;
  numOfDays: number;
  /** Request names; unknown ones are ignored. */
  dimensions?: readonly string[];
  /** Default `numbers`. */
  numbers?: NumberMode;
  /** Rows per metric; what is over is cut, each metric on its own. Default 1,000. */
  truncateAt?: number;
  /** How a missing source, medium or campaign is written: nobody has recorded it. Default null. */
  missing?: null | '';
};

/** The answer of the API in the insights format, from metric 1 to 9 or 16. Always the same for the same request. */
export function insightsAnswer(request: InsightsRequest): Metric[] {
  const { site, end, numOfDays, truncateAt = 1_000 } = request;
  const dimensions = knownDimensions(request.dimensions ?? []);
  const call = [site.options.seed, end, numOfDays, ...dimensions.map(({ name }) => name)].join('|');
  const visits = site.visitsBetween(end - numOfDays * DAY_MS, end);
  const tallies = tallyVisits(
    visits,
    dimensions.map((dimension) => dimension.of),
    { normaliseUrl: (url) => url, counting: 'distinct' },
  );
  const withHumans = tallies.filter(({ sessions }) => dimensions.length === 0 || sessions > 0);

  const metric = (
    metricName: string,
    rows: readonly Tally[],
    fields: (tally: Tally) => MetricRow,
  ): Metric => ({
    metricName,
    information: shuffle(rows, createRandom(call, metricName))
      .slice(0, truncateAt)
      .map((tally) => ({
        ...fields(tally),
        ...keysOf(tally, dimensions, request.missing ?? null),
      })),
  });
  const metrics = [
    ...FRICTION.map(([name, signal]) =>
      metric(name, withHumans, (tally) => friction(tally, signal)),
    ),
    metric('ScrollDepth', withHumans, scrollDepth),
    metric('Traffic', tallies, traffic),
    metric('EngagementTime', withHumans, engagementTime),
    ...(dimensions.length === 0 ? topLists(visits, site.options.origin) : []),
  ];
  return writeNumbers(metrics, request.numbers ?? 'numbers', call);
}

const FRICTION = [
  ['DeadClickCount', 'deadClicks'],
  ['ExcessiveScroll', 'excessiveScrolls'],
  ['RageClickCount', 'rageClicks'],
  ['QuickbackClick', 'quickbackClicks'],
  ['ScriptErrorCount', 'scriptErrors'],
  ['ErrorClickCount', 'errorClicks'],
] as const satisfies readonly (readonly [string, Signal])[];

function friction({ sessions, signals }: Tally, signal: Signal): MetricRow {
  const { affected, views, events } = signals[signal];
  const percentage = sessions === 0 ? 0 : twoDecimals((affected / sessions) * 100);
  return {
    sessionsCount: sessions,
    sessionsWithMetricPercentage: percentage,
    // Not rounded again: the API shows the same float noise (85.71000000000001).
    sessionsWithoutMetricPercentage: 100 - percentage,
    pagesViews: views,
    subTotal: events,
  };
}

function scrollDepth({ sessions, scrollDepthSum }: Tally): MetricRow {
  return { averageScrollDepth: sessions === 0 ? null : twoDecimals(scrollDepthSum / sessions) };
}

function traffic(tally: Tally): MetricRow {
  const { sessions, botSessions, neitherSessions } = tally;
  const all = sessions + botSessions + neitherSessions;
  return {
    totalSessionCount: sessions,
    totalBotSessionCount: botSessions,
    distinctUserCount: tally.visitors.size,
    pagesPerSessionPercentage: all === 0 ? null : tally.allPageViews / all,
  };
}

function engagementTime({ sessions, totalSecondsSum, activeSecondsSum }: Tally): MetricRow {
  return {
    totalTime: sessions === 0 ? null : Math.round(totalSecondsSum / sessions),
    activeTime: sessions === 0 ? null : Math.round(activeSecondsSum / sessions),
  };
}

function keysOf(tally: Tally, dimensions: readonly Dimension[], missing: null | ''): MetricRow {
  const keys: MetricRow = {};
  for (const { key, of } of dimensions) {
    keys[key] = tally.segment[of] ?? (of === 'page' ? null : missing);
  }
  return keys;
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
