import type { WeeklyReport } from '@clarity-keep/core';
import { weeklyReportSchema } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { freezeReportIssue, loadProject, openDatabase } from '@clarity-keep/db';
import { weeklyReport } from '@clarity-keep/queries';
import { databasesOf } from '@clarity-keep/testing';

export { aFolder as aDirectory } from '@clarity-keep/testing';

/** An open database without a project. */
export const anEmptyDatabase = databasesOf(openDatabase);

/** A shop with two pages on one day. */
export function aFilledDatabase(): Database {
  const db = anEmptyDatabase();
  db.sql.exec(`
    INSERT INTO projects (id, name, time_zone, created_at)
      VALUES ('wxb0r23ozh', 'Shop', 'UTC', '2026-11-01T08:00:00.000+00:00');
    INSERT INTO segments (id, breakdown, page) VALUES (1, 'page', '/cart'), (2, 'page', '/home');
    INSERT INTO day_facts (project_id, breakdown, day, segment_id, sessions, rage_click_events, rage_click_sessions, method)
      VALUES ('wxb0r23ozh', 'page', '2026-11-20', 1, 100, 90, 40, 'direct'),
             ('wxb0r23ozh', 'page', '2026-11-20', 2, 900, 5, 5, 'direct');
    INSERT INTO day_coverage (project_id, breakdown, day, state, overlap_seconds, window_end)
      VALUES ('wxb0r23ozh', 'page', '2026-11-20', 'complete', 86400, '2026-11-21T00:00:00.000+00:00');
  `);
  return db;
}

/** The shop's report of a week as it is frozen before it is sent. */
export async function freezeReport(db: Database, week: string): Promise<WeeklyReport> {
  const project = loadProject(db, 'wxb0r23ozh');
  if (project === null) throw new Error('The shop is gone.');
  const now = new Date('2026-11-23T06:00:00Z');
  const asked = { project, week, now, tokenExpiresAt: null };
  const report = weeklyReportSchema.parse(weeklyReport(db, asked));
  const issue = { scope: project.id, week, model: JSON.stringify(report), mail: Buffer.from('') };
  await freezeReportIssue(db, { ...issue, now });
  return report;
}
