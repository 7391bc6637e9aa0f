import type { CallReason, NumOfDays } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** A call in the ledger. */
export interface LedgerCall {
  requestedAt: Date;
  numOfDays: NumOfDays;
  /** Names as sent to Clarity. */
  dimensions: string[];
  reason: CallReason | null;
  state: string;
  httpStatus: number | null;
  rows: number | null;
  truncated: boolean | null;
}

const SQL = `SELECT requested_at AS requestedAt, num_of_days AS numOfDays, dimensions, reason, state,
    http_status AS httpStatus, rows, truncated
  FROM api_calls WHERE project_id = ? AND origin = 'collect' ORDER BY id DESC LIMIT ?`;

/** The latest calls of a project, newest first. */
export function loadLatestCalls(db: Database, projectId: string, limit: number): LedgerCall[] {
  const rows = prepared(db, SQL).all(projectId, limit) as (Omit<
    LedgerCall,
    'requestedAt' | 'dimensions' | 'truncated'
  > & { requestedAt: string; dimensions: string; truncated: number | null })[];
  return rows.map((row) => ({
    ...row,
    requestedAt: new Date(row.requestedAt),
    dimensions: row.dimensions === '' ? [] : row.dimensions.split(','),
    truncated: row.truncated === null ? null : row.truncated === 1,
  }));
}
