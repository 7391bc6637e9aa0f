import { existsSync } from 'node:fs';
import type { ProjectConfiguration } from '@clarity-keep/environment';
import { configurationPath, readConfiguration } from '@clarity-keep/environment';
import type { SettingsSubject } from './settings-subject.ts';

export interface ProjectsSubject {
  projects: readonly ProjectConfiguration[];
  /** The file that describes them; null when there is none. */
  file: string | null;
  /** Why the projects cannot be read. */
  error: string | null;
}

/** The configured projects. The one place of `doctor` that reads the configuration. */
export function readProjects({ cwd, environment }: SettingsSubject): ProjectsSubject {
  const path = configurationPath(cwd);
  const file = existsSync(path) ? path : null;
  try {
    const { projects } = readConfiguration({
      cwd,
      projectId: environment.CLARITY_PROJECT_ID,
      timeZone: environment.CLARITY_TIME_ZONE,
    });
    return { projects, file, error: null };
  } catch (error) {
    return { projects: [], file, error: error instanceof Error ? error.message : String(error) };
  }
}
