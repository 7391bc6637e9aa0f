import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { AlertRow } from './alert-row.ts';

const SQL = `INSERT INTO alerts (project_id, kind, subject, first_at)
  VALUES (@projectId, @kind, @subject, @now) ON CONFLICT DO NOTHING`;

/** Adds an alert to be delivered. An alert that exists stays as it is. */
export function raiseAlert(db: Database, alert: AlertRow, now: Date): void {
  prepared(db, SQL).run({ ...alert, now: now.toISOString() });
}
