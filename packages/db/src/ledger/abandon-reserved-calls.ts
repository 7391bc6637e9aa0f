import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/**
 * Notes that the calls of a project that are still reserved were never settled: the process that made
 * them has died. They count as spent. Only for who holds the lease of the project.
 */
export function abandonReservedCalls(db: Database, projectId: string): number {
  const { changes } = prepared(
    db,
    `UPDATE api_calls SET state = 'failed', error = 'The process ended before the answer was kept.'
     WHERE project_id = ? AND state = 'reserved'`,
  ).run(projectId);
  return changes;
}
