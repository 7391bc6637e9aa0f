import type { Item } from './alter.ts';
import { isMetric } from './alter.ts';

const ROWS = 1_000;
const LETTERS = 2_000;

const FRICTION = [
  'DeadClickCount',
  'ExcessiveScroll',
  'RageClickCount',
  'QuickbackClick',
  'ScriptErrorCount',
  'ErrorClickCount',
];

/**
 * The largest answer that the API is known to give: nine metrics, each cut at 1,000 rows of long URLs.
 * What is not by URL is small, and stays as it is.
 */
export function largestAnswer(answer: readonly Item[]): Item[] {
  const row = answer.find(isMetric)?.information[0] ?? {};
  if (!('Url' in row)) return [...answer];
  const rest = 'Device' in row ? { Device: 'PC' } : {};
  const urls = Array.from({ length: ROWS }, (_, nth) => {
    const start = `https://shop.example.com/products/${nth}/`;
    return start + 'a-very-long-name-'.repeat(LETTERS).slice(0, LETTERS - start.length);
  });
  const metric = (metricName: string, fields: object) => ({
    metricName,
    information: urls.map((Url) => ({ ...fields, Url, ...rest })),
  });
  const friction = {
    sessionsCount: 100,
    sessionsWithMetricPercentage: 7,
    sessionsWithoutMetricPercentage: 93,
    pagesViews: 8,
    subTotal: 9,
  };
  return [
    ...FRICTION.map((name) => metric(name, friction)),
    metric('ScrollDepth', { averageScrollDepth: 41.5 }),
    metric('Traffic', {
      totalSessionCount: 100,
      totalBotSessionCount: 3,
      distinctUserCount: 90,
      pagesPerSessionPercentage: 1.7,
    }),
    metric('EngagementTime', { totalTime: 60, activeTime: 31 }),
  ];
}
