import type { Database } from '@clarity-keep/db';
import { openDatabase, takeOverSettings } from '@clarity-keep/db';
import type { ReportEnvironment, Variables } from '@clarity-keep/environment';
import {
  defaultProjectId,
  parseReportEnvironment,
  readConfiguration,
  readVariables,
} from '@clarity-keep/environment';
import type { QuestionContext } from '@clarity-keep/queries';
import type { CliDeps } from '../cli-deps.ts';

export interface OpenedArchive {
  /** What questions about the reports are asked with. */
  context: QuestionContext;
  db: Database;
  variables: Variables;
  environment: ReportEnvironment;
}

/**
 * Opens the database for who looks at reports that were sent, with the names that projects have now.
 *
 * @throws ConfigurationError, or DatabaseError when there is no database.
 */
export async function openArchive({
  cwd,
  variables: given,
  now,
}: Pick<CliDeps, 'cwd' | 'variables' | 'now'>): Promise<OpenedArchive> {
  const variables = readVariables(cwd, given);
  const environment = parseReportEnvironment(variables);
  const projectId = environment.CLARITY_PROJECT_ID;
  const configuration = readConfiguration({ cwd, projectId });
  const db = openDatabase({ url: environment.DATABASE_URL, cwd, mustExist: true });
  try {
    takeOverSettings(db, configuration.projects);
  } catch (error) {
    await db.close();
    throw error;
  }
  const defaultProject = defaultProjectId(configuration, projectId);
  return { context: { db, now: now(), defaultProject }, db, variables, environment };
}
