import { FIRST_DAY, LAST_DAY } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';

const SQL = `SELECT MAX(window_end) FROM api_calls
  WHERE state = 'answered' AND origin = 'collect' AND project_id = COALESCE(@projectId, project_id)
    AND window_end BETWEEN '${FIRST_DAY}' AND '${LAST_DAY}'`;

/** When Clarity last responded, for one project or for any; null before the first response. */
export function newestWindowEnd(db: Database, projectId?: string): Date | null {
  const end = db.sql
    .prepare(SQL)
    .pluck()
    .get({ projectId: projectId ?? null }) as string | null;
  return end === null ? null : new Date(end);
}
