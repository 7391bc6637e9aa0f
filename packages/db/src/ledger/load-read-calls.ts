import type { NumOfDays } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** A call whose response was parsed. */
export interface ReadCall {
  callId: number;
  numOfDays: NumOfDays;
  dimensions: string[];
  windowEnd: Date;
  truncated: boolean;
  /** Clarity left metrics out of the response. */
  lacksMetrics: boolean;
  format: 'insights' | 'sessions';
}

const READ_CALLS = `SELECT id AS callId, num_of_days AS numOfDays, dimensions, window_end AS windowEnd, truncated,
    missing_metrics IS NOT NULL AS lacksMetrics, format
  FROM api_calls WHERE project_id = ? AND state = 'answered' AND parsed_at IS NOT NULL
    AND origin = 'collect' AND requested_at >= ? ORDER BY id DESC`;

/** Calls since an instant whose responses were parsed, newest first. */
export function loadReadCalls(
  db: Database,
  { projectId, since }: { projectId: string; since: Date },
): ReadCall[] {
  const rows = prepared(db, READ_CALLS).all(projectId, since.toISOString()) as (Omit<
    ReadCall,
    'dimensions' | 'windowEnd' | 'truncated' | 'lacksMetrics'
  > & { dimensions: string; windowEnd: string; truncated: number; lacksMetrics: number })[];
  return rows.map((row) => ({
    ...row,
    dimensions: row.dimensions === '' ? [] : row.dimensions.split(','),
    windowEnd: new Date(row.windowEnd),
    truncated: row.truncated === 1,
    lacksMetrics: row.lacksMetrics === 1,
  }));
}

const FORMAT = `SELECT format FROM api_calls
  WHERE project_id = ? AND origin = 'collect' AND format IS NOT NULL ORDER BY id DESC LIMIT 1`;

/** The format of the newest response that was parsed, or null before the first. */
export function loadAnswerFormat(db: Database, projectId: string): ReadCall['format'] | null {
  return (prepared(db, FORMAT).pluck().get(projectId) as ReadCall['format'] | undefined) ?? null;
}
