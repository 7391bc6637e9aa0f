import type { NumOfDays } from '@clarity-keep/core';
import { MAX_APART_SECONDS } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const NARROWER = `SELECT EXISTS (SELECT 1 FROM answered_breakdowns wide
  JOIN answered_breakdowns narrow ON narrow.breakdown = wide.breakdown
  JOIN api_calls c ON c.id = narrow.api_call_id
  WHERE wide.api_call_id = @callId AND c.project_id = @projectId AND c.num_of_days = @numOfDays
    AND c.window_end BETWEEN @from AND @to)`;

/** Whether a window that is one day shorter, and near enough to be differenced with, is stored for a response. */
export function hasNarrowerWindow(
  db: Database,
  {
    projectId,
    callId,
    windowEnd,
    numOfDays,
  }: { projectId: string; callId: number; windowEnd: Date; numOfDays: NumOfDays },
): boolean {
  const found = prepared(db, NARROWER)
    .pluck()
    .get({
      projectId,
      callId,
      numOfDays: numOfDays - 1,
      from: new Date(windowEnd.getTime() - MAX_APART_SECONDS * 1000).toISOString(),
      to: new Date(windowEnd.getTime() + MAX_APART_SECONDS * 1000).toISOString(),
    });
  return found === 1;
}
