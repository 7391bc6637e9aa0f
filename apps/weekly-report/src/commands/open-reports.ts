import type { Database } from '@clarity-keep/db';
import { openDatabase, takeOverSettings } from '@clarity-keep/db';
import type { Configuration } from '@clarity-keep/environment';
import { readConfiguration } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import type { Environment } from '../env.ts';
import type { PickedReport } from './pick-reports.ts';
import { pickReports } from './pick-reports.ts';

export interface OpenedReports {
  db: Database;
  configuration: Configuration;
  reports: readonly PickedReport[];
}

/**
 * Opens the database with the names and weights that the configuration has now, and picks the reports
 * that a command is about. Says of which projects there is none.
 *
 * @throws ConfigurationError, DatabaseError, or UsageError when there is nothing to report on.
 */
export async function openReports(
  { cwd, now, stderr }: Pick<CliDeps, 'cwd' | 'now' | 'stderr'>,
  environment: Environment,
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
    return { db, configuration, reports };
  } catch (error) {
    await db.close();
    throw error;
  }
}
