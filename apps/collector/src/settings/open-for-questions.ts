import type { Database } from '@clarity-keep/db';
import { openWithSettings } from '@clarity-keep/db';
import { defaultProjectId } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import type { LoadedSettings } from './load-settings.ts';
import { loadSettings } from './load-settings.ts';

export interface OpenedForQuestions extends LoadedSettings {
  db: Database;
  /** The project that is used when none is named. */
  defaultProject: string | undefined;
}

/**
 * Opens the database for questions only, with the current names and weights of the configuration.
 *
 * @throws ConfigurationError, or DatabaseError when the database does not exist.
 */
export async function openForQuestions(
  deps: Pick<CliDeps, 'cwd' | 'variables'>,
): Promise<OpenedForQuestions> {
  const settings = loadSettings(deps);
  const { environment, configuration } = settings;
  const place = { url: environment.DATABASE_URL, cwd: deps.cwd };
  const db = await openWithSettings(place, configuration.projects);
  const defaultProject = defaultProjectId(configuration, environment.CLARITY_PROJECT_ID);
  return { ...settings, db, defaultProject };
}
