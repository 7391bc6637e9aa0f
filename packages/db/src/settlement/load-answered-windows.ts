import type { AnsweredWindow, Breakdown, NumOfDays } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `SELECT b.breakdown, c.id AS callId, c.num_of_days AS numOfDays, c.window_end AS windowEnd, b.truncated
  FROM api_calls c JOIN answered_breakdowns b ON b.api_call_id = c.id
  WHERE c.project_id = @projectId AND c.window_end >= @from AND c.window_end < @to ORDER BY c.id`;

interface WindowRow {
  breakdown: Breakdown;
  callId: number;
  numOfDays: NumOfDays;
  windowEnd: string;
  truncated: number;
}

/** The parsed responses whose windows end in [from, to), by the breakdowns they give facts of. */
export function loadAnsweredWindows(
  db: Database,
  { projectId, from, to }: { projectId: string; from: Date; to: Date },
): Map<Breakdown, AnsweredWindow[]> {
  const rows = prepared(db, SQL).all({
    projectId,
    from: from.toISOString(),
    to: to.toISOString(),
  }) as WindowRow[];
  const windows = new Map<Breakdown, AnsweredWindow[]>();
  for (const { breakdown, windowEnd, truncated, ...row } of rows) {
    const window = { ...row, windowEnd: new Date(windowEnd), truncated: truncated === 1 };
    const known = windows.get(breakdown);
    if (known === undefined) windows.set(breakdown, [window]);
    else known.push(window);
  }
  return windows;
}
