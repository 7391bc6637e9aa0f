import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { AlertRow } from './alert-row.ts';

const SQL = `UPDATE alerts SET notified_at = @now
  WHERE project_id = @projectId AND kind = @kind AND subject = @subject`;

/** Records that an alert was delivered, so that it is not delivered again. */
export function noteAlertNotified(db: Database, alert: AlertRow, now: Date): void {
  prepared(db, SQL).run({ ...alert, now: now.toISOString() });
}
