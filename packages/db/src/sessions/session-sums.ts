import { MAX_COUNT, MAX_PERCENT, MAX_SECONDS } from '@clarity-keep/core';

/** More than any real session has, yet no sum of such counts exceeds what a fact can hold. */
const ORDINARY_COUNT = 10_000;

/** SQL that is true for a session whose numbers can be added up as they are: nearly all sessions. */
export const isOrdinarySession = [
  ...['page_views', 'rage_clicks', 'dead_clicks'].map((column) => within(column, ORDINARY_COUNT)),
  within('scroll_depth', MAX_PERCENT),
  within('duration_seconds', MAX_SECONDS),
].join(' AND ');

export interface SessionSums {
  /** SQL over `sessions` that adds up each column of `day_facts`. */
  ofSessions: readonly string[];
  /** SQL that makes a fact of one cell of such sums. */
  ofCell: string;
  /** SQL that makes a fact of several cells. */
  ofCells: string;
}

/** The columns of `day_facts` that session records give, in the order of all sums. */
export const cellColumns = [
  'sessions',
  'page_views',
  'bounced_sessions',
  'rage_click_events',
  'rage_click_sessions',
  'dead_click_events',
  'dead_click_sessions',
  'scroll_depth_sum',
  'scroll_depth_weight',
  'total_seconds_sum',
  'total_seconds_weight',
] as const;

type CellColumn = (typeof cellColumns)[number];

/**
 * How sessions are added up. A session that does not know a number, or has an impossible one from an earlier
 * version, is in no sum and no weight of a mean. A count that one session of a cell does not know is unknown
 * for the cell: over all its sessions, it would pass for zero there. Checking costs a tenth of an import, so it is
 * done only if `isOrdinarySession` is not true for all sessions.
 */
export function sessionSums({ areOrdinary }: { areOrdinary: boolean }): SessionSums {
  const known = (column: string, most: number): string =>
    areOrdinary ? column : `CASE WHEN ${within(column, most)} THEN ${column} END`;
  const ifAllKnow = (value: string, sum: string): string =>
    areOrdinary ? sum : `CASE WHEN COUNT(${value}) = COUNT(*) THEN ${sum} END`;
  const count = (column: string): string => {
    const value = known(column, MAX_COUNT);
    // REAL is exact for every count a fact can hold, and does not overflow beyond.
    return ifAllKnow(value, areOrdinary ? `SUM(${column})` : `SUM(${value} + 0.0)`);
  };
  const affected = (column: string, which: string): string => {
    const value = known(column, MAX_COUNT);
    return ifAllKnow(value, `SUM(${value} ${which})`);
  };
  const weight = (column: string, most: number): string =>
    areOrdinary ? 'COUNT(*)' : `NULLIF(COUNT(${known(column, most)}), 0)`;
  const sums = {
    sessions: 'COUNT(*)',
    page_views: count('page_views'),
    bounced_sessions: affected('page_views', '= 1'),
    rage_click_events: count('rage_clicks'),
    rage_click_sessions: affected('rage_clicks', '> 0'),
    dead_click_events: count('dead_clicks'),
    dead_click_sessions: affected('dead_clicks', '> 0'),
    scroll_depth_sum: rounded(`SUM(${known('scroll_depth', MAX_PERCENT)})`),
    scroll_depth_weight: weight('scroll_depth', MAX_PERCENT),
    total_seconds_sum: `SUM(${known('duration_seconds', MAX_SECONDS)})`,
    total_seconds_weight: weight('duration_seconds', MAX_SECONDS),
  } satisfies Record<CellColumn, string>;
  const factOf = (column: CellColumn, sum: string): string => {
    if (column === 'scroll_depth_sum') return rounded(sum);
    return areOrdinary || !isOfEvents(column) ? sum : upToMost(sum);
  };
  return {
    ofSessions: cellColumns.map((column) => sums[column]),
    ofCell: cellColumns
      .map((column) => (column === 'scroll_depth_sum' ? column : factOf(column, column)))
      .join(', '),
    ofCells: cellColumns
      .map((column) => {
        const sum = `SUM(${column})`;
        return factOf(column, isOfMean(column) ? sum : ifAllKnow(column, sum));
      })
      .join(', '),
  };
}

/** SQLite considers text larger than any number. */
function within(column: string, most: number): string {
  return `${column} BETWEEN 0 AND ${most}`;
}

/** Rounds, so that the order of adding does not show in the last digits. */
function rounded(sum: string): string {
  return `ROUND(${sum}, 6)`;
}

/** Sessions that are each possible may together have more events than a fact can hold: then they are unknown. */
function upToMost(sum: string): string {
  return `CASE WHEN ${sum} <= ${MAX_COUNT} THEN CAST(${sum} AS INTEGER) END`;
}

/** Means have weights of their own, so a part of the sessions is enough. */
function isOfMean(column: CellColumn): boolean {
  return column.endsWith('_sum') || column.endsWith('_weight');
}

function isOfEvents(column: CellColumn): boolean {
  return column === 'page_views' || column.endsWith('_events');
}
