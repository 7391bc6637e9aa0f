import { describe, expect, it } from 'vitest';

import { type Metric, createSite, insightsAnswer, truth } from '../src/index.ts';
import { DAY_MS } from '../src/site/day.ts';

const site = createSite({ seed: 5, sessionsPerDay: 300, botsPerHuman: 0.15 });
const end = Date.parse('2026-11-23T05:17:00Z');

const FRICTION = [
  'DeadClickCount',
  'ExcessiveScroll',
  'RageClickCount',
  'QuickbackClick',
  'ScriptErrorCount',
  'ErrorClickCount',
];
const WITH_DIMENSION = [...FRICTION, 'ScrollDepth', 'Traffic', 'EngagementTime'];
const LISTS = ['Browser', 'Device', 'OS', 'Country', 'PageTitle', 'ReferrerUrl', 'PopularPages'];

const rowsOf = (metrics: Metric[], name: string) =>
  metrics.find((metric) => metric.metricName === name)?.information ?? [];
const sumOf = (metrics: Metric[], name: string, field: string) =>
  rowsOf(metrics, name).reduce((sum, row) => sum + Number(row[field]), 0);
const segmentOf = (row: object) =>
  JSON.stringify(Object.entries(row).filter(([key]) => key === 'Url' || key === 'Device'));

const metricNames = (dimensions: string[]) =>
  insightsAnswer({ site, end, numOfDays: 1, dimensions }).map((metric) => metric.metricName);
const sources = (missing: null | '') =>
  rowsOf(
    insightsAnswer({ site, end, numOfDays: 1, dimensions: ['Source'], missing }),
    'Traffic',
  ).map((row) => row['Source']);

describe('an insights answer', () => {
  it('has sixteen metrics in wire order without a dimension and nine with one', () => {
    expect(metricNames([])).toEqual([...WITH_DIMENSION, ...LISTS]);
    expect(metricNames(['URL'])).toEqual(WITH_DIMENSION);
  });

  it('writes the fields of each row in wire order, dimension keys last', () => {
    const metrics = insightsAnswer({ site, end, numOfDays: 1, dimensions: ['URL', 'Device'] });
    const fields = (name: string) => Object.keys(rowsOf(metrics, name)[0] ?? {});
    expect(fields('RageClickCount')).toEqual([
      'sessionsCount',
      'sessionsWithMetricPercentage',
      'sessionsWithoutMetricPercentage',
      'pagesViews',
      'subTotal',
      'Url',
      'Device',
    ]);
    expect(fields('ScrollDepth')).toEqual(['averageScrollDepth', 'Url', 'Device']);
    expect(fields('Traffic')).toEqual([
      'totalSessionCount',
      'totalBotSessionCount',
      'distinctUserCount',
      'pagesPerSessionPercentage',
      'Url',
      'Device',
    ]);
    expect(fields('EngagementTime')).toEqual(['totalTime', 'activeTime', 'Url', 'Device']);
  });

  it.each([1, 2, 3])('agrees with the truth over %i days, row by row', (numOfDays) => {
    const metrics = insightsAnswer({ site, end, numOfDays, dimensions: ['URL', 'Device'] });
    const rows = truth({ site, from: end - numOfDays * DAY_MS, to: end, by: ['page', 'device'] });
    const expected = new Map(
      rows.map((row) => [segmentOf({ Url: row.segment.page, Device: row.segment.device }), row]),
    );
    expect(rowsOf(metrics, 'RageClickCount')).toHaveLength(expected.size);
    for (const row of rowsOf(metrics, 'RageClickCount')) {
      const sessions = Number(row['sessionsCount']);
      const known = expected.get(segmentOf(row));
      expect(sessions).toBe(known?.sessions);
      expect(row['subTotal']).toBe(known?.signals.rageClicks.events);
      expect(Math.round((Number(row['sessionsWithMetricPercentage']) * sessions) / 100)).toBe(
        known?.signals.rageClicks.affected,
      );
    }
    for (const row of rowsOf(metrics, 'EngagementTime')) {
      expect(row['totalTime']).toBe(Math.round(expected.get(segmentOf(row))?.totalSeconds ?? -1));
    }
    for (const row of rowsOf(metrics, 'ScrollDepth')) {
      expect(row['averageScrollDepth']).toBeCloseTo(
        expected.get(segmentOf(row))?.scrollDepth ?? -1,
        1,
      );
    }
  });

  it('adds events and views of its URL rows up to the aggregate, but more sessions', () => {
    const aggregate = insightsAnswer({ site, end, numOfDays: 3 });
    const byUrl = insightsAnswer({ site, end, numOfDays: 3, dimensions: ['URL'] });
    for (const name of FRICTION) {
      expect(sumOf(byUrl, name, 'subTotal')).toBe(sumOf(aggregate, name, 'subTotal'));
      expect(sumOf(byUrl, name, 'pagesViews')).toBe(sumOf(aggregate, name, 'pagesViews'));
      expect(sumOf(byUrl, name, 'sessionsCount')).toBeGreaterThan(
        sumOf(aggregate, name, 'sessionsCount'),
      );
    }
  });

  it('spends on its URL rows together the time of a session of the site', () => {
    const [total] = rowsOf(insightsAnswer({ site, end, numOfDays: 1 }), 'EngagementTime');
    const [row] = truth({ site, from: end - DAY_MS, to: end });
    const pages = truth({ site, from: end - DAY_MS, to: end, by: ['page'] });
    const seconds = pages.reduce((sum, page) => sum + page.sessions * (page.totalSeconds ?? 0), 0);
    expect(Math.round(seconds / (row?.sessions ?? 0))).toBe(total?.['totalTime']);
  });

  it('never has fewer events than views or fewer views than sessions with the signal', () => {
    const metrics = insightsAnswer({ site, end, numOfDays: 3, dimensions: ['URL'] });
    for (const name of FRICTION) {
      for (const row of rowsOf(metrics, name)) {
        const affected = Math.round(
          (Number(row['sessionsWithMetricPercentage']) * Number(row['sessionsCount'])) / 100,
        );
        expect(Number(row['subTotal'])).toBeGreaterThanOrEqual(Number(row['pagesViews']));
        expect(Number(row['pagesViews'])).toBeGreaterThanOrEqual(affected);
      }
    }
  });

  it.each(['QuickbackClick', 'ExcessiveScroll'])('counts %s once per page view', (name) => {
    const metrics = insightsAnswer({ site, end, numOfDays: 3, dimensions: ['URL'] });
    const rows = rowsOf(metrics, name);
    expect(rows.map((row) => row['subTotal'])).toEqual(rows.map((row) => row['pagesViews']));
    expect(sumOf(metrics, name, 'subTotal')).toBeGreaterThan(0);
  });

  it('shows bots, the unclassified and a null URL in Traffic alone', () => {
    const metrics = insightsAnswer({ site, end, numOfDays: 3, dimensions: ['URL'] });
    const traffic = rowsOf(metrics, 'Traffic');
    const human = traffic.filter((row) => row['totalSessionCount'] !== 0);
    expect(human.map(segmentOf).toSorted()).toEqual(
      rowsOf(metrics, 'DeadClickCount').map(segmentOf).toSorted(),
    );
    expect(traffic.find((row) => row['Url'] === null)).toMatchObject({
      totalSessionCount: 0,
      totalBotSessionCount: 0,
    });
    expect(traffic.some((row) => row['Url'] === 'https://shop.example.com/.env')).toBe(true);
  });

  it('orders the rows of its metrics differently, and the same way every time', () => {
    const metrics = insightsAnswer({ site, end, numOfDays: 1, dimensions: ['URL'] });
    const urls = (name: string) => rowsOf(metrics, name).map((row) => row['Url']);
    expect(urls('DeadClickCount')).not.toEqual(urls('RageClickCount'));
    expect(new Set(urls('DeadClickCount'))).toEqual(new Set(urls('RageClickCount')));
    expect(insightsAnswer({ site, end, numOfDays: 1, dimensions: ['URL'] })).toEqual(metrics);
  });

  it('cuts each metric on its own at the row cap', () => {
    const all = insightsAnswer({ site, end, numOfDays: 3, dimensions: ['URL'] });
    const cut = insightsAnswer({ site, end, numOfDays: 3, dimensions: ['URL'], truncateAt: 20 });
    const urls = (name: string) => new Set(rowsOf(cut, name).map((row) => row['Url']));
    expect(cut.map((metric) => metric.information.length)).toEqual(WITH_DIMENSION.map(() => 20));
    expect(urls('DeadClickCount')).not.toEqual(urls('RageClickCount'));
    for (const row of rowsOf(cut, 'RageClickCount')) {
      expect(rowsOf(all, 'RageClickCount')).toContainEqual(row);
    }
  });

  it('stops at 1,000 rows unless told otherwise', () => {
    const busy = createSite({ seed: 5, sessionsPerDay: 8_000 });
    const metrics = insightsAnswer({ site: busy, end, numOfDays: 1, dimensions: ['URL'] });
    expect(rowsOf(metrics, 'Traffic')).toHaveLength(1_000);
    expect(rowsOf(metrics, 'ScrollDepth')).toHaveLength(1_000);
  });

  it.each(['Page', 'url', 'Country/Region', 'ReferrerUrl'])(
    'ignores the unknown dimension %s without a word',
    (name) => {
      const plain = insightsAnswer({ site, end, numOfDays: 1 });
      expect(insightsAnswer({ site, end, numOfDays: 1, dimensions: [name] })).toEqual(plain);
    },
  );

  it('lists ten rows at most, largest first, with null for no referrer', () => {
    const metrics = insightsAnswer({ site, end, numOfDays: 1 });
    for (const name of LISTS) {
      const counts = rowsOf(metrics, name).map((row) => row['sessionsCount'] ?? row['visitsCount']);
      expect(counts.length).toBeLessThanOrEqual(10);
      expect(counts).toEqual(counts.toSorted((left, right) => Number(right) - Number(left)));
    }
    const referrers = rowsOf(metrics, 'ReferrerUrl');
    expect(referrers.some((row) => row['name'] === null)).toBe(true);
    expect(sumOf(metrics, 'ReferrerUrl', 'sessionsCount')).toBeGreaterThan(
      Number(rowsOf(metrics, 'Traffic')[0]?.['totalSessionCount']),
    );
  });

  it('writes a missing source as null or as the empty string, as asked', () => {
    expect(sources(null)).toContain(null);
    expect(sources('')).toContain('');
    expect(sources('')).not.toContain(null);
  });

  it('describes an empty project as the real API does', () => {
    const empty = createSite({ seed: 1, sessionsPerDay: 0 });
    const metrics = insightsAnswer({ site: empty, end, numOfDays: 3, numbers: 'strings' });
    const friction = {
      sessionsCount: '0',
      sessionsWithMetricPercentage: 0,
      sessionsWithoutMetricPercentage: 100,
      pagesViews: '0',
      subTotal: '0',
    };
    expect(metrics).toEqual([
      ...FRICTION.map((metricName) => ({ metricName, information: [friction] })),
      { metricName: 'ScrollDepth', information: [{ averageScrollDepth: null }] },
      {
        metricName: 'Traffic',
        information: [
          {
            totalSessionCount: '0',
            totalBotSessionCount: '0',
            distinctUserCount: '0',
            pagesPerSessionPercentage: null,
          },
        ],
      },
      { metricName: 'EngagementTime', information: [{ totalTime: null, activeTime: null }] },
      ...LISTS.map((metricName) => ({ metricName, information: [] })),
    ]);
    expect(insightsAnswer({ site: empty, end, numOfDays: 3, dimensions: ['URL'] })).toEqual(
      WITH_DIMENSION.map((metricName) => ({ metricName, information: [] })),
    );
  });
});

const typesOf = (numbers: 'strings' | 'mixed' | 'numbers', at = end) =>
  insightsAnswer({ site, end: at, numOfDays: 1, numbers }).map((metric) => {
    const row = metric.information[0] ?? {};
    return typeof (
      row['sessionsCount'] ??
      row['totalSessionCount'] ??
      row['totalTime'] ??
      row['visitsCount']
    );
  });
const asText = (metrics: Metric[]) =>
  metrics.map((metric) =>
    metric.information.map((row) =>
      Object.entries(row).map(([key, value]) => [key, String(value)]),
    ),
  );

describe('the number modes', () => {
  it('write counts as strings or numbers, and percentages always as numbers', () => {
    expect(new Set(typesOf('strings'))).toEqual(new Set(['string', 'undefined']));
    expect(new Set(typesOf('numbers'))).toEqual(new Set(['number', 'undefined']));
    const [row] = rowsOf(
      insightsAnswer({ site, end, numOfDays: 1, numbers: 'strings' }),
      'DeadClickCount',
    );
    expect(row?.['sessionsWithMetricPercentage']).toBeTypeOf('number');
  });

  it('mix both in one answer, differently from call to call', () => {
    expect(new Set(typesOf('mixed'))).toEqual(new Set(['string', 'number', 'undefined']));
    const calls = Array.from({ length: 6 }, (_, call) => typesOf('mixed', end + call * 60_000));
    expect(new Set(calls.map((types) => types.join())).size).toBeGreaterThan(1);
  });

  it('never change a value', () => {
    const numbers = insightsAnswer({ site, end, numOfDays: 1, dimensions: ['Country'] });
    const strings = insightsAnswer({
      site,
      end,
      numOfDays: 1,
      dimensions: ['Country'],
      numbers: 'strings',
    });
    expect(asText(strings)).toEqual(asText(numbers));
  });
});
