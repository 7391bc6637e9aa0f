import type { Database } from '@clarity-keep/db';
import { openDatabase, takeOverSettings } from '@clarity-keep/db';
import type { Configuration, ReportEnvironment } from '@clarity-keep/environment';
import { readConfiguration, readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import type { PickedReport } from './pick-reports.ts';
import { pickReports } from './pick-reports.ts';
import { tokenExpiresAt } from './token-expires-at.ts';

/** A report to make, with when the token of its project stops working. */
export interface OpenedReport extends PickedReport {
  tokenExpiresAt: Date | null;
}

export interface OpenedReports {
  db: Database;
  configuration: Configuration;
  reports: readonly OpenedReport[];
}

/**
 * Opens the database with the names and weights that the configuration has now, and picks the reports
 * that a command is about. Says of which projects there is none.
 *
 * @throws ConfigurationError, DatabaseError, or UsageError when there is nothing to report on.
 */
export async function openReports(
  { cwd, now, stderr, variables }: Pick<CliDeps, 'cwd' | 'now' | 'stderr' | 'variables'>,
  environment: ReportEnvironment,
  { project, week }: { project?: string | undefined; week?: string | undefined },
): Promise<OpenedReports> {
  const configuration = readConfiguration({
    cwd,
    projectId: environment.CLARITY_PROJECT_ID,
    reportLatestAt: environment.REPORT_LATEST_AT,
  });
  const db = openDatabase({ url: environment.DATABASE_URL, cwd, mustExist: true });
  try {
    takeOverSettings(db, configuration.projects);
    const configured = configuration.projects.map(({ id }) => id);
    const { reports, unknown } = pickReports(db, { project, configured, week, now: now() });
    for (const id of unknown) {
      stderr.write(
        `${id}: nothing is kept of it yet, so there is no report. Run clarity-keep collect first.\n`,
      );
    }
    const set = readVariables(cwd, variables);
    const opened = reports.map((report) => {
      const described = configuration.projects.find(({ id }) => id === report.project.id);
      return { ...report, tokenExpiresAt: tokenExpiresAt(described, set) };
    });
    return { db, configuration, reports: opened };
  } catch (error) {
    await db.close();
    throw error;
  }
}
