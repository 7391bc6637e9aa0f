import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

export interface UndeliveredAlert {
  kind: string;
  subject: string;
  firstAt: Date;
}

const SQL = `SELECT kind, subject, first_at FROM alerts
  WHERE project_id = ? AND notified_at IS NULL ORDER BY first_at, kind, subject`;

/** The alerts of a project that were not delivered yet, oldest first. */
export function loadUndeliveredAlerts(db: Database, projectId: string): UndeliveredAlert[] {
  const rows = prepared(db, SQL).raw().all(projectId) as [string, string, string][];
  return rows.map(([kind, subject, firstAt]) => ({ kind, subject, firstAt: new Date(firstAt) }));
}
