import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `SELECT COUNT(DISTINCT c.day) FROM day_coverage c JOIN api_calls a ON a.id = c.api_call_id
  WHERE c.project_id = ? AND a.body IS NULL`;

/** Days of a project whose facts cannot be rebuilt, because the raw responses behind them were deleted. */
export function countPrunedDays(db: Database, projectId: string): number {
  return Number(prepared(db, SQL).pluck().get(projectId));
}
