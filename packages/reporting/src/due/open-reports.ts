import type { Database } from '@clarity-keep/db';
import { openWithSettings } from '@clarity-keep/db';
import type { ReportSettings } from '../settings/report-settings.ts';
import type { PickedReport } from './pick-reports.ts';
import { pickReports } from './pick-reports.ts';
import type { SendingDeps } from './sending-deps.ts';
import { tokenExpiresAt } from './token-expires-at.ts';

/** A report to make, with when the token of its project stops working. */
export interface OpenedReport extends PickedReport {
  tokenExpiresAt: Date | null;
}

export interface OpenedReports {
  db: Database;
  reports: readonly OpenedReport[];
}

/**
 * Opens the database with the names and weights that the configuration has now, and picks the reports
 * that a command is about. Names the projects that have none.
 *
 * @throws DatabaseError, or UsageError when there is nothing to report on.
 */
export async function openReports(
  { now, stderr }: Pick<SendingDeps, 'now' | 'stderr'>,
  { cwd, variables, environment, configuration: { projects } }: ReportSettings,
  { project, week }: { project?: string | undefined; week?: string | undefined },
): Promise<OpenedReports> {
  const db = await openWithSettings({ url: environment.DATABASE_URL, cwd }, projects);
  try {
    const { reports, unknown } = pickReports(db, {
      project,
      configured: projects,
      week,
      now: now(),
    });
    for (const id of unknown) {
      stderr.write(
        `${id}: nothing has been collected yet, so there is no report. Run clarity-keep collect first.\n`,
      );
    }
    const opened = reports.map((report) => {
      const described = projects.find(({ id }) => id === report.project.id);
      return { ...report, tokenExpiresAt: tokenExpiresAt(described, variables) };
    });
    return { db, reports: opened };
  } catch (error) {
    await db.close();
    throw error;
  }
}
