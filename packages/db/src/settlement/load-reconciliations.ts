import type { ComparedCounts, Day } from '@clarity-keep/core';
import { MAX_COUNT } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** Two counts of sessions that should agree. */
export type Reconciliation = Omit<ComparedCounts, 'callId'>;

const SQL = `SELECT day, breakdown, kind, expected, found FROM reconciliations
  WHERE project_id = @projectId AND day BETWEEN @from AND @to
    AND expected BETWEEN -${MAX_COUNT} AND ${MAX_COUNT}
    AND found BETWEEN -${MAX_COUNT} AND ${MAX_COUNT} ORDER BY day, breakdown, kind`;

/** The comparisons stored for the days of a range, by day. */
export function loadReconciliations(
  db: Database,
  range: { projectId: string; from: Day; to: Day },
): Reconciliation[] {
  return prepared(db, SQL).all(range) as Reconciliation[];
}
