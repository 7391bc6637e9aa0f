import type { Dimension, DimensionValues, InsightsAnswer, Signal } from '@clarity-keep/core';
import { dimensions, forEachSignal, ROW_CAP } from '@clarity-keep/core';
import { dimensionOf } from './dimension-names.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { normaliseKey, normaliseKeys } from './normalise-key.ts';
import { parseCount, parseNumber, parseText } from './parse-value.ts';

const signalMetrics: Record<Signal, string> = {
  deadClicks: 'deadclickcount',
  excessiveScrolls: 'excessivescroll',
  rageClicks: 'rageclickcount',
  quickbackClicks: 'quickbackclick',
  scriptErrors: 'scripterrorcount',
  errorClicks: 'errorclickcount',
};

const signalFields = [
  'sessionscount',
  'sessionswithmetricpercentage',
  'sessionswithoutmetricpercentage',
  'pagesviews',
  'subtotal',
];

/** Fields of the metrics that may carry dimensions. */
const measuredFields: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.values(signalMetrics).map((metric) => [metric, signalFields])),
  scrolldepth: ['averagescrolldepth'],
  traffic: [
    'totalsessioncount',
    'totalbotsessioncount',
    'distinctusercount',
    // As the official page spells it.
    'distantusercount',
    'pagespersessionpercentage',
  ],
  engagementtime: ['totaltime', 'activetime'],
};

/** Lists that come only when no dimension was applied; their `url` is a value, no dimension. */
const listFields: Readonly<Record<string, readonly string[]>> = {
  browser: ['name', 'sessionscount'],
  device: ['name', 'sessionscount'],
  os: ['name', 'sessionscount'],
  country: ['name', 'sessionscount'],
  countryregion: ['name', 'sessionscount'],
  pagetitle: ['name', 'sessionscount'],
  referrerurl: ['name', 'sessionscount'],
  popularpages: ['url', 'visitscount'],
};

interface Row {
  values: DimensionValues;
  fields: JsonObject;
}

/** Reads an answer of the insights format. Unknown metrics and fields are named, not fatal. */
export function parseInsights(items: readonly unknown[]): InsightsAnswer {
  const metrics = new Map<string, Row[]>();
  const unrecognised = new Set<string>();
  const truncatedMetrics: string[] = [];
  const found = new Set<Dimension>();
  let rows = 0;
  for (const item of items) {
    const metric = readMetric(item);
    if (metric === null) {
      unrecognised.add('(an item without metricName)');
      continue;
    }
    const { name, information } = metric;
    const key = normaliseKey(name);
    if (!(key in measuredFields) && !(key in listFields)) unrecognised.add(name);
    if (information.length >= ROW_CAP) truncatedMetrics.push(name);
    rows += information.length;
    const read = information.map((row) => readRow(row, { key, name, unrecognised }));
    for (const { values } of read) {
      for (const dimension of dimensions) if (dimension in values) found.add(dimension);
    }
    metrics.set(key, [...(metrics.get(key) ?? []), ...read]);
  }
  return {
    format: 'insights',
    dimensions: dimensions.filter((dimension) => found.has(dimension)),
    ...readMetrics(metrics),
    isUndimensioned: Object.keys(listFields).some((list) => metrics.has(list)),
    rows,
    truncatedMetrics,
    unrecognised: [...unrecognised].toSorted(),
  };
}

function readMetrics(
  metrics: ReadonlyMap<string, Row[]>,
): Pick<InsightsAnswer, 'signals' | 'scrollDepth' | 'traffic' | 'engagement' | 'referrers'> {
  const rowsOf = <T>(metric: string, read: (row: Row) => T): T[] | null =>
    metrics.get(metric)?.map(read) ?? null;
  return {
    signals: forEachSignal((signal) =>
      rowsOf(signalMetrics[signal], ({ values, fields }) => ({
        values,
        sessions: parseCount(fields['sessionscount']),
        percentage: parseNumber(fields['sessionswithmetricpercentage']),
        events: parseCount(fields['subtotal']),
      })),
    ),
    scrollDepth: rowsOf('scrolldepth', ({ values, fields }) => ({
      values,
      averageScrollDepth: parseNumber(fields['averagescrolldepth']),
    })),
    traffic: rowsOf('traffic', ({ values, fields }) => ({
      values,
      sessions: parseCount(fields['totalsessioncount']),
      botSessions: parseCount(fields['totalbotsessioncount']),
    })),
    engagement: rowsOf('engagementtime', ({ values, fields }) => ({
      values,
      totalSeconds: parseNumber(fields['totaltime']),
      activeSeconds: parseNumber(fields['activetime']),
    })),
    referrers: rowsOf('referrerurl', ({ fields }) => ({
      referrer: parseText(fields['name']),
      sessions: parseCount(fields['sessionscount']) ?? 0,
    })),
  };
}

function readMetric(item: unknown): { name: string; information: JsonObject[] } | null {
  if (!isJsonObject(item)) return null;
  const fields = normaliseKeys(item);
  const name = parseText(fields['metricname']);
  if (name === '') return null;
  const information = Array.isArray(fields['information']) ? fields['information'] : [];
  return { name, information: information.filter(isJsonObject) };
}

function readRow(
  row: JsonObject,
  { key, name, unrecognised }: { key: string; name: string; unrecognised: Set<string> },
): Row {
  const measured = measuredFields[key];
  const known = measured ?? listFields[key] ?? [];
  const fields: JsonObject = {};
  const values: DimensionValues = {};
  for (const [rawKey, value] of Object.entries(row)) {
    const field = normaliseKey(rawKey);
    const dimension = measured === undefined ? null : dimensionOf(field);
    if (dimension !== null) values[dimension] = value === null ? null : parseText(value);
    else if (known.includes(field)) fields[field] = value;
    else if (known.length > 0) unrecognised.add(`${name}.${rawKey}`);
  }
  return { values, fields };
}
