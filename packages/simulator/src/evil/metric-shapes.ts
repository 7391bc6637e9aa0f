import { itemsOf, withMetrics, withRows } from './alter.ts';
import type { OfKind } from './behaviour.ts';
import { altered, send } from './send.ts';

const insights = { format: 'insights' } as const;

/** Something may be told by it; whatever is kept is true. */
function partly(name: string, what: string, serve: OfKind['serve']): OfKind {
  return { ...insights, name, what, answer: 'partly', exitCodes: [0, 6], serve };
}

/** The metric with another list. */
function withInformation(name: string, what: string, information: unknown): OfKind {
  return partly(
    name,
    what,
    altered((answer) =>
      withMetrics(answer, (metric) =>
        ['Traffic', 'RageClickCount'].includes(metric.metricName)
          ? { ...metric, information }
          : metric,
      ),
    ),
  );
}

/** Metrics that are missing, renamed, or that hold something else. */
export const metricShapes: readonly OfKind[] = [
  partly(
    'a-metric-without-name',
    'leaves out the name of the metric Traffic',
    altered((answer) =>
      withMetrics(answer, (metric) =>
        metric.metricName === 'Traffic' ? { information: metric.information } : metric,
      ),
    ),
  ),
  partly(
    'a-metric-twice',
    'has the metrics Traffic and RageClickCount twice',
    altered((answer) => {
      const items = itemsOf(answer);
      const again = new Set(['Traffic', 'RageClickCount']);
      return [...items, ...items.filter((item) => again.has(String(item['metricName'])))];
    }),
  ),
  partly(
    'a-metric-renamed',
    'calls RageClickCount RageClicksV2',
    altered((answer) =>
      withMetrics(answer, (metric) =>
        metric.metricName === 'RageClickCount' ? { ...metric, metricName: 'RageClicksV2' } : metric,
      ),
    ),
  ),
  partly(
    'a-metric-named-by-number',
    'calls RageClickCount 7 and Traffic null',
    altered((answer) =>
      withMetrics(answer, (metric) => {
        if (metric.metricName === 'RageClickCount') return { ...metric, metricName: 7 };
        return metric.metricName === 'Traffic' ? { ...metric, metricName: null } : metric;
      }),
    ),
  ),
  withInformation('information-null', 'has null in the place of a list', null),
  withInformation('information-object', 'has an object in the place of a list', { rows: [] }),
  withInformation('information-text', 'has text in the place of a list', 'see portal'),
  withInformation('information-empty', 'has lists without rows', []),
  partly(
    'rows-null',
    'has null in the place of rows',
    altered((answer) => withRows(answer, () => null)),
  ),
  partly(
    'rows-of-lists',
    'has rows that are lists of values',
    altered((answer) => withRows(answer, (row) => Object.values(row))),
  ),
  partly('dimensions-ignored', 'answers without the dimensions', ({ answer, response }) => {
    send(response, JSON.stringify(answer([])));
  }),
  partly('dimensions-of-another', 'answers by browser, always', ({ answer, response }) => {
    send(response, JSON.stringify(answer(['Browser'])));
  }),
  partly(
    'dimension-missing-in-a-row',
    'leaves the dimensions out of the first row',
    altered((answer) =>
      withRows(answer, (row, { index }) => {
        if (index > 0) return row;
        const { Url: _url, Device: _device, Source: _source, ...rest } = row;
        return rest;
      }),
    ),
  ),
  partly(
    'only-scrolls',
    'has no metrics but ExcessiveScroll and ScrollDepth, as was recorded',
    altered((answer) =>
      withMetrics(answer, (metric) =>
        ['ExcessiveScroll', 'ScrollDepth'].includes(metric.metricName) ? metric : null,
      ),
    ),
  ),
  partly(
    'scroll-row-missing',
    'lists a row less in ScrollDepth, as was recorded',
    altered((answer) =>
      withMetrics(answer, (metric) =>
        metric.metricName === 'ScrollDepth'
          ? { ...metric, information: metric.information.slice(1) }
          : metric,
      ),
    ),
  ),
  partly(
    'app-metrics',
    'has the metrics of a mobile app: DeadTapCount, RageTapCount, screensViews',
    altered((answer) =>
      withMetrics(answer, ({ metricName, information }) => ({
        metricName: metricName.replace('Click', 'Tap').replace('Script', 'Application'),
        information: information.map(({ pagesViews, ...row }) =>
          pagesViews === undefined ? row : { ...row, screensViews: pagesViews },
        ),
      })),
    ),
  ),
  {
    ...insights,
    name: 'unknown-metrics',
    what: 'has metrics that nobody knows',
    answer: 'right',
    exitCodes: [0],
    serve: altered((answer) => [
      { metricName: 'SmartEvents', information: [{ name: 'Purchase', ratio: 0.25 }] },
      ...itemsOf(answer),
      { metricName: 'WebVitals', information: { lcp: 2.1 }, unit: 'seconds' },
    ]),
  },
];
