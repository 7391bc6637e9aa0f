import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/**
 * Marks calls of a project that are still reserved as failed: the process that made them has died. They
 * count against the quota. Only the holder of the project's lease may call this.
 */
export function abandonReservedCalls(db: Database, projectId: string): number {
  const { changes } = prepared(
    db,
    `UPDATE api_calls SET state = 'failed', error = 'The process ended before the response was stored.'
     WHERE project_id = ? AND state = 'reserved'`,
  ).run(projectId);
  return changes;
}
