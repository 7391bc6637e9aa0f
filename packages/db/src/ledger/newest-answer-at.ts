import { FIRST_DAY, LAST_DAY } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `SELECT window_end FROM api_calls
  WHERE project_id = ? AND origin = 'collect' AND state = 'answered' AND parsed_at IS NOT NULL
    AND num_of_days = 1 AND dimensions = '' AND window_end BETWEEN '${FIRST_DAY}' AND '${LAST_DAY}' ORDER BY id DESC LIMIT 1`;

/** When the newest response about the whole site was collected, or null before the first. */
export function newestAnswerAt(db: Database, projectId: string): Date | null {
  const end = prepared(db, SQL).pluck().get(projectId) as string | undefined;
  return end === undefined ? null : new Date(end);
}
