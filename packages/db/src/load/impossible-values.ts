import { MAX_COUNT } from '@clarity-keep/core';
import type { MeasureColumn } from '../store/fact-columns.ts';
import { largestMeans, measureColumns, weightedMeasures } from '../store/fact-columns.ts';

/** Room for the last digits of sums. */
const TOLERANCE = 1.001;

/** SQL that is true where a column of `day_facts` holds what its measure cannot be. Null is unknown, and can. */
export const impossibleInFact: ReadonlyMap<MeasureColumn, string> = new Map(
  measureColumns.map((column) => [column, impossible(column)]),
);

/** SQL that is true of a fact with anything impossible in it. */
export const isImpossibleFact = `(${[...impossibleInFact.values()].join(' OR ')})`;

const sessionNumbers = [
  'duration_seconds',
  'page_views',
  'rage_clicks',
  'dead_clicks',
  'scroll_depth',
] as const;

/** SQL that is true of a session record that would be left out today for one of its numbers. */
export const isImpossibleSession = `(${sessionNumbers
  .map((column) => `typeof(${column}) NOT IN ('integer', 'real') OR ${beyond(column, MAX_COUNT)}`)
  .join(' OR ')})`;

function impossible(column: MeasureColumn): string {
  const measure = weightedMeasures.find((name) => column === `${name}_sum`);
  if (measure !== undefined) {
    const most = `${largestMeans[measure] * TOLERANCE} * ${measure}_weight`;
    return `(${column} IS NOT NULL AND (typeof(${column}) NOT IN ('integer', 'real') OR ${beyond(column, most)}))`;
  }
  const isShare = column.endsWith('_sessions') && column !== 'bot_sessions';
  const beyondSessions = isShare ? ` OR ${column} > sessions` : '';
  return `(${column} IS NOT NULL AND (typeof(${column}) <> 'integer' OR ${beyond(column, MAX_COUNT)}${beyondSessions}))`;
}

function beyond(column: string, most: number | string): string {
  return `${column} NOT BETWEEN 0 AND ${most}`;
}
