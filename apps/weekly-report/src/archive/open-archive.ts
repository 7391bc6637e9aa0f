import { optionName } from '@clarity-keep/command-line';
import { openWithSettings } from '@clarity-keep/db';
import type { Database } from '@clarity-keep/db';
import { defaultProjectId } from '@clarity-keep/environment';
import type { QuestionContext } from '@clarity-keep/queries';
import type { ReportSettings } from '@clarity-keep/reporting';
import type { CliDeps } from '../cli-deps.ts';

/**
 * Opens the database for who looks at reports that were sent, with the names that projects have now.
 *
 * @throws DatabaseError when there is no database.
 */
export async function openArchive(
  { now }: Pick<CliDeps, 'now'>,
  { cwd, environment, configuration }: ReportSettings,
): Promise<{
  /** What questions about the reports are asked with. */
  context: QuestionContext;
  db: Database;
}> {
  const place = { url: environment.DATABASE_URL, cwd };
  const db = await openWithSettings(place, configuration.projects);
  const defaultProject = defaultProjectId(configuration, environment.CLARITY_PROJECT_ID);
  const nameOf = (field: string) => (field === 'week' ? 'WEEK' : optionName(field));
  return { context: { db, now: now(), defaultProject, nameOf }, db };
}
