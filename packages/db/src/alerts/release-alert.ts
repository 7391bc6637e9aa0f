import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { AlertRow } from './alert-row.ts';

const SQL = `UPDATE alerts SET claimed_at = NULL
  WHERE project_id = @projectId AND kind = @kind AND subject = @subject AND notified_at IS NULL`;

/** Releases an alert that was claimed but could not be delivered. */
export function releaseAlert(db: Database, alert: AlertRow): void {
  prepared(db, SQL).run(alert);
}
