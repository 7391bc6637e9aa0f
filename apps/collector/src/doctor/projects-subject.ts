import type { ProjectConfiguration } from '@clarity-keep/environment';
import { readConfiguration } from '@clarity-keep/environment';
import type { SettingsSubject } from './settings-subject.ts';

export interface ProjectsSubject {
  projects: readonly ProjectConfiguration[];
  /** Why the projects cannot be read. */
  error: string | null;
}

/** The configured projects. The one place of `doctor` that reads the configuration. */
export function readProjects({ cwd, environment }: SettingsSubject): ProjectsSubject {
  try {
    const { projects } = readConfiguration({
      cwd,
      projectId: environment.CLARITY_PROJECT_ID,
      timeZone: environment.CLARITY_TIME_ZONE,
    });
    return { projects, error: null };
  } catch (error) {
    return { projects: [], error: error instanceof Error ? error.message : String(error) };
  }
}
