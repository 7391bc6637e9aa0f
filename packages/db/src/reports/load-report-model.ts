import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `SELECT model, created_at AS createdAt FROM report_issues
  WHERE scope = @scope AND week = @week`;

/** The report model of a scope and week as JSON, without the mail; null if none is stored. */
export function loadReportModel(
  db: Database,
  key: { scope: string; week: string },
): { model: string; createdAt: Date } | null {
  const row = prepared(db, SQL).get(key) as
    | { model: string; createdAt: string | number }
    | undefined;
  return row === undefined ? null : { ...row, createdAt: new Date(row.createdAt) };
}
