import { isCount } from '../answers/number-mode.ts';
import type { Metric } from '../answers/metric.ts';
import type { SessionRecord } from '../answers/session-records.ts';
import type { Fault } from './faults.ts';

type Json = string | number | null | Json[] | { [key: string]: Json };

/** An answer as the given faults leave it; faults that do not touch the content change nothing. */
export function distortAnswer(answer: Metric[] | SessionRecord[], faults: readonly Fault[]): Json {
  return faults.reduce<Json>(distort, answer);
}

function distort(answer: Json, fault: Fault): Json {
  switch (fault.type) {
    case 'unknown-metrics':
      return withUnknown(answer);
    case 'null-counts':
      return mapFields(answer, (key, value) => {
        const isTarget = isCount(key) || RECORD_COUNTS.has(key);
        const isHit = fault.which === 'all' ? value !== null : Number(value) === 0;
        return [key, isTarget && value !== null && isHit ? fault.as : value];
      });
    case 'key-case':
      return mapFields(answer, (key, value) => [recase(key, fault.as), value]);
    case 'missing-metrics':
      return Array.isArray(answer) ? answer.filter((item) => isLeftIn(item, fault)) : answer;
    case 'missing-rows':
      return Array.isArray(answer)
        ? answer.map((item) => withoutEveryTenthRow(item, fault.metric))
        : answer;
    case 'missing-session-ids':
      return Array.isArray(answer) ? answer.map(withoutEveryTenthId) : answer;
    case 'status':
    case 'html':
    case 'empty-body':
    case 'empty-array':
    case 'unknown-object':
    case 'body':
    case 'stall':
    case 'break-off':
    case 'ignore-dimension':
    case 'evil':
      return answer;
  }
}

const RECORD_COUNTS = new Set([
  'Duration',
  'PageViews',
  'RageClickCount',
  'DeadClickCount',
  'ScrollDepth',
]);

function withUnknown(answer: Json): Json {
  if (!Array.isArray(answer)) return answer;
  const items = answer.map((item): Json => {
    if (!isObject(item)) return item;
    const rows = item['information'];
    return {
      ...item,
      ...(Array.isArray(rows)
        ? { information: rows.map((row) => (isObject(row) ? { ...row, ...UNKNOWN_FIELDS } : row)) }
        : UNKNOWN_FIELDS),
    };
  });
  const isInsights = items.some((item) => isObject(item) && 'metricName' in item);
  return isInsights ? [UNKNOWN_METRIC, ...items] : items;
}

const UNKNOWN_FIELDS = { futureField: { nested: [1, 'two', null] }, confidence: 0.9 };
const UNKNOWN_METRIC = {
  metricName: 'SmartEvents',
  information: [{ name: 'Purchase', sessionsCount: 3, ratio: 0.25 }],
  unit: 'sessions',
};

function isLeftIn(
  item: Json,
  { metrics, which = 'these' }: Extract<Fault, { type: 'missing-metrics' }>,
): boolean {
  const isNamed = isObject(item) && metrics.some((name) => name === item['metricName']);
  return which === 'these' ? !isNamed : isNamed;
}

function withoutEveryTenthRow(item: Json, metric: string): Json {
  if (!isObject(item) || item['metricName'] !== metric) return item;
  const rows = item['information'];
  if (!Array.isArray(rows)) return item;
  return { ...item, information: rows.filter((_, index) => index % 10 !== 0) };
}

function withoutEveryTenthId(item: Json, index: number): Json {
  if (!isObject(item) || index % 10 !== 0) return item;
  const { SessionId: _, ...rest } = item;
  return rest;
}

function mapFields(value: Json, field: (key: string, value: Json) => [string, Json]): Json {
  if (Array.isArray(value)) return value.map((item) => mapFields(item, field));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => field(key, mapFields(inner, field))),
  );
}

function recase(key: string, as: 'pascal' | 'lower' | 'upper'): string {
  if (as === 'pascal') return key.charAt(0).toUpperCase() + key.slice(1);
  return as === 'lower' ? key.toLowerCase() : key.toUpperCase();
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
