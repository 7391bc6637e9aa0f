import type { Breakdown } from '@clarity-keep/core';
import { breakdowns } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `SELECT b.value FROM json_each('${JSON.stringify(breakdowns)}') b
  WHERE EXISTS (SELECT 1 FROM day_coverage c WHERE c.project_id = ? AND c.breakdown = b.value)
  ORDER BY b.key`;

/** The breakdowns with at least one stored day, from coarse to fine. */
export function coveredBreakdowns(db: Database, projectId: string): Breakdown[] {
  return prepared(db, SQL).pluck().all(projectId) as Breakdown[];
}
