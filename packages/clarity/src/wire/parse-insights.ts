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

/** Reads metrics one by one. */
export interface InsightsReader {
  /** @throws AnswerNotUnderstoodError when its list is not where it should be. */
  add(item: JsonObject): void;
  readonly metrics: number;
  /**
   * Unknown metrics and fields are named, not fatal, and so are items that were no metrics.
   *
   * @throws AnswerNotUnderstoodError when none of the metrics is known.
   */
  end(rest: { otherItems: number }): InsightsAnswer;
}

export function startInsights(): InsightsReader {
  const metrics = new Map<string, Row[]>();
  const unrecognised = startUnrecognisedNames();
  const doubtful = startDoubtfulValues();
  const truncatedMetrics: string[] = [];
  const found = new Set<Dimension>();
  const sameText = oneOfEachText();
  let read = 0;
  let rows = 0;
  return {
    get metrics() {
      return read;
    },
    add(item) {
      read += 1;
      const metric = readMetric(item);
      if (metric === null) {
        unrecognised.add(WITHOUT_NAME);
        return;
      }
      const { name, information } = metric;
      const key = normaliseKey(name);
      const isKnown = measuredFields.has(key) || listFields.has(key);
      for (const field of metric.otherFields) unrecognised.add(`${name}: ${field}`);
      if (information.length >= ROW_CAP) truncatedMetrics.push(name);
      rows += information.length;
      if (!isKnown) {
        unrecognised.add(name);
        return;
      }
      const added = metrics.get(key) ?? [];
      metrics.set(key, added);
      for (const row of information) {
        const { values, fields } = readRow(row, { key, name, unrecognised, sameText });
        for (const dimension of dimensions) if (dimension in values) found.add(dimension);
        added.push({ values, fields });
      }
    },
    end({ otherItems }) {
      if (otherItems > 0) unrecognised.add(WITHOUT_NAME);
      if (metrics.size === 0) throw notUnderstood('this version knows none of its metrics');
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
    },
  };
}

const WITHOUT_NAME = '(an item without metricName)';

/** Nine metrics name the same 1,000 addresses: each is held once. */
function oneOfEachText(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
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

function readMetric(item: JsonObject): Metric | null {
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
  {
    key,
    name,
    unrecognised,
    sameText,
  }: {
    key: string;
    name: string;
    unrecognised: UnrecognisedNames;
    sameText: (text: string) => string;
  },
): Row {
  const measured = measuredFields.get(key);
  const known = measured ?? listFields.get(key) ?? [];
  const fields: JsonObject = {};
  const values: DimensionValues = {};
  for (const [rawKey, value] of Object.entries(row)) {
    const field = normaliseKey(rawKey);
    const dimension = measured === undefined ? null : dimensionOf(field);
    if (dimension !== null) values[dimension] = value === null ? null : sameText(parseText(value));
    else if (known.includes(field)) fields[field] = value;
    else unrecognised.add(`${name}.${rawKey}`);
  }
  return { values, fields };
}
