import type { Day } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { KeptDays, RowSource } from '../facts/row-source.ts';
import { boundsOf } from '../facts/row-source.ts';

/** A session record as in the view `session_records`, with its URL as recorded. */
export type SessionRow = {
  project_id: string;
  session_id: string;
  day: Day;
  page: string;
  device: string;
  referrer: string;
  duration_seconds: number | null;
  page_views: number | null;
  rage_clicks: number | null;
  dead_clicks: number | null;
  scroll_depth: number | null;
  browser: string;
  country: string;
  page_url: string;
};

const expressions: Readonly<Record<keyof SessionRow, string>> = {
  project_id: 'x.project_id',
  session_id: 'x.session_id',
  day: 'x.day',
  page: 'p.page',
  device: 'd.device',
  referrer: 'r.referrer',
  duration_seconds: 'x.duration_seconds',
  page_views: 'x.page_views',
  rage_clicks: 'x.rage_clicks',
  dead_clicks: 'x.dead_clicks',
  scroll_depth: 'x.scroll_depth',
  browser: 'x.browser',
  country: 'x.country',
  page_url: 'x.page_url',
};

const OF_DAYS = 'x.project_id = @projectId AND x.day BETWEEN @from AND @to';

// In the order of the index on days, and as stored within a day: nothing is sorted.
const ROWS = `SELECT ${Object.entries(expressions)
  .map(([column, sql]) => `${sql} AS ${column}`)
  .join(', ')}
  FROM sessions x
  CROSS JOIN segments p ON p.id = x.page_segment_id
  CROSS JOIN segments d ON d.id = x.device_segment_id
  CROSS JOIN segments r ON r.id = x.referrer_segment_id
  WHERE ${OF_DAYS} ORDER BY x.day, x.rowid`;

const COUNT = `SELECT COUNT(*) FROM sessions x WHERE ${OF_DAYS}`;

/** The session records of a project, day by day. */
export function sessionRows(db: Database, kept: KeptDays): RowSource<SessionRow> {
  const range = { projectId: kept.projectId, ...boundsOf(kept) };
  return {
    columns: Object.keys(expressions) as (keyof SessionRow)[],
    count: () => Number(prepared(db, COUNT).pluck().get(range)),
    rows: () => db.sql.prepare<[object], SessionRow>(ROWS).iterate(range),
  };
}
