import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `SELECT DISTINCT n.value FROM api_calls a, json_each(a.unrecognised) n
  WHERE a.project_id = @projectId AND a.window_end > @from AND a.window_start < @to
    AND a.unrecognised IS NOT NULL ORDER BY n.value`;

/** Metrics and fields in the responses about a time range that the version which parsed them did not know. */
export function loadUnrecognised(
  db: Database,
  { projectId, from, to }: { projectId: string; from: Date; to: Date },
): string[] {
  const range = { projectId, from: from.toISOString(), to: to.toISOString() };
  return prepared(db, SQL).pluck().all(range) as string[];
}
