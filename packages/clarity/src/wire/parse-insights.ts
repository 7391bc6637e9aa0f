import { isDeepStrictEqual } from 'node:util';
import type { Dimension, DimensionValues, InsightsAnswer } from '@clarity-keep/core';
import { dimensions, ROW_CAP } from '@clarity-keep/core';
import { notSupported, notUnderstood } from '../errors.ts';
import { dimensionOf } from './dimension-names.ts';
import { startDoubtfulValues } from './doubtful-values.ts';
import { appNames, isKnownMetric, listFields, measuredFields } from './insights-metrics.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { normaliseKey, normaliseKeys } from './normalise-key.ts';
import { parseText } from './parse-text.ts';
import type { MetricRow } from './read-metrics.ts';
import { readMetrics } from './read-metrics.ts';
import type { UnrecognisedNames } from './unrecognised-names.ts';
import { startUnrecognisedNames } from './unrecognised-names.ts';

/** Parses the metrics of a response one by one. */
export interface InsightsReader {
  /** @throws AnswerNotUnderstoodError when a known metric has no list. */
  add(item: JsonObject): void;
  readonly metrics: number;
  /**
   * Unknown metrics and fields, and items that were not metrics, are reported and not fatal.
   *
   * @throws AnswerNotUnderstoodError when no metric is known, or they are those of a mobile app.
   */
  end(rest: { otherItems: number }): InsightsAnswer;
}

export function startInsights(): InsightsReader {
  const metrics = new Map<string, MetricRow[]>();
  const unrecognised = startUnrecognisedNames();
  const doubtful = startDoubtfulValues();
  const truncatedMetrics: string[] = [];
  const found = new Set<Dimension>();
  const sameText = oneOfEachText();
  const contradicted = new Map<string, string>();
  let read = 0;
  let hasAppNames = false;
  let rows = 0;
  let unreadableRows = 0;
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
      for (const field of metric.otherFields) unrecognised.add(`${name}: ${field}`);
      if (information.length >= ROW_CAP) truncatedMetrics.push(name);
      rows += information.length;
      hasAppNames ||= appNames.has(key) || information.some(hasAppField);
      if (!isKnownMetric(key)) {
        unrecognised.add(name);
        return;
      }
      const added = information
        .filter(isJsonObject)
        .map((row) => readRow(row, { key, name, unrecognised, sameText }));
      unreadableRows += information.length - added.length;
      for (const { values } of added) {
        for (const dimension of dimensions) if (dimension in values) found.add(dimension);
      }
      const before = metrics.get(key);
      if (before === undefined) metrics.set(key, added);
      else if (!isDeepStrictEqual(before, added)) contradicted.set(key, name);
    },
    end({ otherItems }) {
      if (otherItems > 0) unrecognised.add(WITHOUT_NAME);
      // If a metric has two different lists, neither can be trusted.
      for (const [key, name] of contradicted) {
        metrics.delete(key);
        unrecognised.add(`${name}, twice`);
      }
      if (hasAppNames && !metrics.has('deadclickcount') && !metrics.has('rageclickcount')) {
        throw notSupported('it is about a mobile app, and Clarity Keep knows websites only so far');
      }
      if (metrics.size === 0) throw notUnderstood('this version knows none of its metrics');
      return {
        format: 'insights',
        dimensions: dimensions.filter((dimension) => found.has(dimension)),
        ...readMetrics(metrics, doubtful),
        isUndimensioned: [...listFields.keys()].some((list) => metrics.has(list)),
        rows,
        truncatedMetrics,
        unreadableRows,
        unrecognised: unrecognised.list(),
        doubtful: doubtful.list(),
      };
    },
  };
}

/** Rows of one metric have the same fields. */
function hasAppField(row: unknown, index: number): boolean {
  return (
    index === 0 &&
    isJsonObject(row) &&
    Object.keys(row).some((key) => appNames.has(normaliseKey(key)))
  );
}

const WITHOUT_NAME = '(an item without metricName)';

/** Nine metrics have the same 1,000 URLs: each is held in memory once. */
function oneOfEachText(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  };
}

interface Metric {
  name: string;
  /** Its rows, valid or not. */
  information: unknown[];
  /** Unknown fields next to the list. */
  otherFields: string[];
}

function readMetric(item: JsonObject): Metric | null {
  const fields = normaliseKeys(item);
  const name = parseText(fields['metricname']);
  if (name === '') return null;
  const { information } = fields;
  // A renamed list must not pass for an empty one, which would mean a day without visitors.
  if (!Array.isArray(information) && isKnownMetric(normaliseKey(name))) {
    throw notUnderstood(`its metric ${JSON.stringify(name)} has no list "information"`);
  }
  return {
    name,
    information: Array.isArray(information) ? information : [],
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
): MetricRow {
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
