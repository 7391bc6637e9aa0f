import type { Database } from '@clarity-keep/db';
import { freezeReportIssue, loadProject } from '@clarity-keep/db';
import { weeklyReport } from '@clarity-keep/queries';
import type { RenderedMail } from '@clarity-keep/mail';
import { WEEK } from '@clarity-keep/reporting/testing';
import { packMail } from '@clarity-keep/reporting';
import { aDatabase, aFolder } from './a-database.ts';
import type { ReportRun } from './a-report-run.ts';
import { runReport } from './a-report-run.ts';

const now = new Date('2026-11-23T08:00:00Z');

/** A folder with the report of the week kept, as the first mail of it keeps it, and nothing sent. */
export async function aKeptReport(
  mail: Partial<RenderedMail> = {},
  projects = ['wxb0r23ozh'],
): Promise<{ cwd: string; db: Database; run: (...argv: string[]) => Promise<ReportRun> }> {
  const cwd = aFolder();
  const db = aDatabase(cwd, { projects });
  for (const scope of projects) {
    const project = loadProject(db, scope);
    if (project === null) throw new Error(`There is no project ${scope}.`);
    const asked = { project, week: WEEK, now, tokenExpiresAt: null };
    await freezeReportIssue(db, {
      scope,
      week: WEEK,
      model: JSON.stringify(weeklyReport(db, asked)),
      mail: packMail({ subject: 'Week 47', html: '<p>Hi</p>', text: 'Hi', images: [], ...mail }),
      now,
    });
  }
  return { cwd, db, run: (...argv) => runReport(argv, { cwd }) };
}
