import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `DELETE FROM alerts WHERE project_id = @projectId AND kind = @kind
  AND subject NOT IN (SELECT value FROM json_each(@keep))`;

/**
 * Deletes the alerts of one kind, except those about the subjects to keep, so that people are alerted again
 * if the condition comes back.
 */
export function clearAlerts(
  db: Database,
  { projectId, kind, keep }: { projectId: string; kind: string; keep: readonly string[] },
): void {
  prepared(db, SQL).run({ projectId, kind, keep: JSON.stringify(keep) });
}
