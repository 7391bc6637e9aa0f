import type { Breakdown, CoveredDay, Day } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const COLUMNS = `breakdown, day, state, method, api_call_id AS callId, subtracted_call_id AS subtractedCallId,
  overlap_seconds AS overlapSeconds, window_end AS windowEnd`;

const RANGE = `SELECT ${COLUMNS} FROM day_coverage
  WHERE project_id = @projectId AND day BETWEEN @from AND @to ORDER BY day, breakdown`;

const SOME = `SELECT ${COLUMNS} FROM day_coverage
  WHERE project_id = @projectId AND breakdown IN (SELECT value FROM json_each(@breakdowns))
    AND day IN (SELECT value FROM json_each(@days))`;

/** What is stored of every day and breakdown of a range. */
export function loadCoverage(
  db: Database,
  range: { projectId: string; from: Day; to: Day },
): CoveredDay[] {
  return (prepared(db, RANGE).all(range) as CoverageRow[]).map(coveredDay);
}

/** What is stored of some days in some breakdowns, in no order. */
export function loadCoverageOf(
  db: Database,
  { projectId, ...some }: { projectId: string; breakdowns: readonly Breakdown[]; days: Day[] },
): CoveredDay[] {
  const [breakdowns, days] = [JSON.stringify(some.breakdowns), JSON.stringify(some.days)];
  const rows = prepared(db, SOME).all({ projectId, breakdowns, days });
  return (rows as CoverageRow[]).map(coveredDay);
}

type CoverageRow = Omit<CoveredDay, 'windowEnd'> & { windowEnd: string };

function coveredDay(row: CoverageRow): CoveredDay {
  return { ...row, windowEnd: new Date(row.windowEnd) };
}
