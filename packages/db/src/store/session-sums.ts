import { MAX_COUNT, MAX_PERCENT, MAX_SECONDS } from '@clarity-keep/core';

/**
 * What sessions are added up to, per column of `day_facts`: SQL over `sessions`. Earlier versions stored
 * numbers that cannot be, of which adding two ends in "integer overflow". They are unknown: in no sum and
 * no weight, and a sum of nothing else is null. Counts are added as REAL, which is exact as far as a fact
 * goes and does not overflow beyond. Rounded, because the order of adding must not show in the last digits.
 */
export const cellSums = {
  sessions: 'COUNT(*)',
  page_views: `SUM(${known('page_views', MAX_COUNT)} + 0.0)`,
  bounced_sessions: `SUM(${known('page_views', MAX_COUNT)} = 1)`,
  rage_click_events: `SUM(${known('rage_clicks', MAX_COUNT)} + 0.0)`,
  rage_click_sessions: `SUM(${known('rage_clicks', MAX_COUNT)} > 0)`,
  dead_click_events: `SUM(${known('dead_clicks', MAX_COUNT)} + 0.0)`,
  dead_click_sessions: `SUM(${known('dead_clicks', MAX_COUNT)} > 0)`,
  scroll_depth_sum: `ROUND(SUM(${known('scroll_depth', MAX_PERCENT)}), 6)`,
  scroll_depth_weight: `NULLIF(COUNT(${known('scroll_depth', MAX_PERCENT)}), 0)`,
  total_seconds_sum: `SUM(${known('duration_seconds', MAX_SECONDS)})`,
  total_seconds_weight: `NULLIF(COUNT(${known('duration_seconds', MAX_SECONDS)}), 0)`,
} as const;

type CellColumn = keyof typeof cellSums;

export const cellColumns = Object.keys(cellSums) as CellColumn[];

/** What becomes a fact of one cell, in the order of `cellColumns`. */
export const factOfCell = cellColumns.map((column) => factOf(column, column)).join(', ');

/** What becomes a fact of several cells. */
export const factOfCells = cellColumns.map((column) => factOf(column, `SUM(${column})`)).join(', ');

/** Null where the number cannot be. What is no number, SQLite takes for larger than any. */
function known(column: string, most: number): string {
  return `CASE WHEN ${column} BETWEEN 0 AND ${most} THEN ${column} END`;
}

/** Sessions that were each possible may have more events than a fact can hold: then they are unknown. */
function factOf(column: CellColumn, sum: string): string {
  if (column === 'scroll_depth_sum') return `ROUND(${sum}, 6)`;
  if (!isOfEvents(column)) return sum;
  return `CASE WHEN ${sum} <= ${MAX_COUNT} THEN CAST(${sum} AS INTEGER) END`;
}

function isOfEvents(column: CellColumn): boolean {
  return column === 'page_views' || column.endsWith('_events');
}
