import type { Dimension, DimensionValues, InsightsAnswer, Signal } from '@clarity-keep/core';
import { dimensions, forEachSignal, reconciledLists, ROW_CAP } from '@clarity-keep/core';
import { notUnderstood } from '../errors.ts';
import { dimensionOf } from './dimension-names.ts';
import type { DoubtfulValues } from './doubtful-values.ts';
import { startDoubtfulValues } from './doubtful-values.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { normaliseKey, normaliseKeys } from './normalise-key.ts';
import { parseText } from './parse-text.ts';
import type { ValuePlace } from './parse-value.ts';
import { parseCount, parsePercent, parseSeconds } from './parse-value.ts';
import type { UnrecognisedNames } from './unrecognised-names.ts';
import { startUnrecognisedNames } from './unrecognised-names.ts';

/** As the wire spells them. */
const signalMetrics: Record<Signal, string> = {
  deadClicks: 'DeadClickCount',
  excessiveScrolls: 'ExcessiveScroll',
  rageClicks: 'RageClickCount',
  quickbackClicks: 'QuickbackClick',
  scriptErrors: 'ScriptErrorCount',
  errorClicks: 'ErrorClickCount',
};

const signalFields = [
  'sessionscount',
  'sessionswithmetricpercentage',
  'sessionswithoutmetricpercentage',
  'pagesviews',
  'subtotal',
];

/** Fields of the metrics that may carry dimensions. Maps, because a metric may have any name. */
const measuredFields: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.values(signalMetrics).map((metric) => [normaliseKey(metric), signalFields] as const),
  ['scrolldepth', ['averagescrolldepth']],
  [
    'traffic',
    [
      'totalsessioncount',
      'totalbotsessioncount',
      'distinctusercount',
      // As the official page spells it.
      'distantusercount',
      'pagespersessionpercentage',
    ],
  ],
  ['engagementtime', ['totaltime', 'activetime']],
]);

const namedSessions = ['name', 'sessionscount'];

/** Lists that come only when no dimension was applied; their `url` is a value, no dimension. */
const listFields: ReadonlyMap<string, readonly string[]> = new Map([
  ['browser', namedSessions],
  ['device', namedSessions],
  ['os', namedSessions],
  ['country', namedSessions],
  ['countryregion', namedSessions],
  ['pagetitle', namedSessions],
  ['referrerurl', namedSessions],
  ['popularpages', ['url', 'visitscount']],
]);

interface Row {
  values: DimensionValues;
  fields: JsonObject;
}

/**
 * Reads an answer of the insights format. Unknown metrics and fields are named, not fatal.
 *
 * @throws AnswerNotUnderstoodError when the lists are not where they should be.
 */
export function parseInsights(items: readonly unknown[]): InsightsAnswer {
  const metrics = new Map<string, Row[]>();
  const unrecognised = startUnrecognisedNames();
  const doubtful = startDoubtfulValues();
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
    if (!measuredFields.has(key) && !listFields.has(key)) unrecognised.add(name);
    for (const field of metric.otherFields) unrecognised.add(`${name}: ${field}`);
    if (information.length >= ROW_CAP) truncatedMetrics.push(name);
    rows += information.length;
    const read = information.map((row) => readRow(row, { key, name, unrecognised }));
    for (const { values } of read) {
      for (const dimension of dimensions) if (dimension in values) found.add(dimension);
    }
    metrics.set(key, [...(metrics.get(key) ?? []), ...read]);
  }
  if (![...metrics.keys()].some((metric) => measuredFields.has(metric) || listFields.has(metric))) {
    throw notUnderstood('this version knows none of its metrics');
  }
  return {
    format: 'insights',
    dimensions: dimensions.filter((dimension) => found.has(dimension)),
    ...readMetrics(metrics, doubtful),
    isUndimensioned: [...listFields.keys()].some((list) => metrics.has(list)),
    rows,
    truncatedMetrics,
    unrecognised: unrecognised.list(),
    doubtful: doubtful.list(),
  };
}

function readMetrics(
  metrics: ReadonlyMap<string, Row[]>,
  doubtful: DoubtfulValues,
): Pick<
  InsightsAnswer,
  'signals' | 'scrollDepth' | 'traffic' | 'engagement' | 'referrers' | 'listedSessions'
> {
  const rowsOf = <T>(metric: string, read: (row: Row) => T): T[] | null =>
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
      sessions: parseCount(fields['sessionscount'], at('ReferrerUrl', 'sessionsCount')) ?? 0,
    })),
  };
}

function sumOfList(rows: readonly Row[] | undefined, place: ValuePlace): number | null {
  if (rows === undefined) return null;
  return rows.reduce(
    (sum, { fields }) => sum + (parseCount(fields['sessionscount'], place) ?? 0),
    0,
  );
}

interface Metric {
  name: string;
  information: JsonObject[];
  /** Fields of the envelope that are new. */
  otherFields: string[];
}

function readMetric(item: unknown): Metric | null {
  if (!isJsonObject(item)) return null;
  const fields = normaliseKeys(item);
  const name = parseText(fields['metricname']);
  if (name === '') return null;
  const { information } = fields;
  // A renamed list must not pass for a list without rows, which would be a day without visitors.
  if (!Array.isArray(information)) {
    throw notUnderstood(`its metric ${JSON.stringify(name)} has no list "information"`);
  }
  return {
    name,
    information: information.filter(isJsonObject),
    otherFields: Object.keys(item).filter(
      (key) => !['metricname', 'information'].includes(normaliseKey(key)),
    ),
  };
}

function readRow(
  row: JsonObject,
  { key, name, unrecognised }: { key: string; name: string; unrecognised: UnrecognisedNames },
): Row {
  const measured = measuredFields.get(key);
  const known = measured ?? listFields.get(key) ?? [];
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
