import { existsSync } from 'node:fs';
import type { Configuration, ProjectConfiguration, Schedule } from '@clarity-keep/environment';
import { configurationPath, readConfiguration } from '@clarity-keep/environment';
import type { SettingsSubject } from './settings-subject.ts';

export interface ProjectsSubject {
  projects: readonly ProjectConfiguration[];
  /** When they are collected; null when the projects cannot be read. */
  schedule: Schedule | null;
  /** Whether any recipients come from REPORT_TO. */
  needsReportTo: boolean;
  /** The file that describes them, or null. */
  file: string | null;
  /** Why the projects cannot be read. */
  error: string | null;
}

/** The configured projects. Only this part of `doctor` reads the configuration. */
export function readProjects({ cwd, environment }: SettingsSubject): ProjectsSubject {
  const path = configurationPath(cwd);
  const file = existsSync(path) ? path : null;
  try {
    const configuration = readConfiguration({
      cwd,
      projectId: environment.CLARITY_PROJECT_ID,
      timeZone: environment.CLARITY_TIME_ZONE,
    });
    const { projects, schedule } = configuration;
    return { projects, schedule, needsReportTo: needsReportTo(configuration), file, error: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { projects: [], schedule: null, needsReportTo: false, file, error: message };
  }
}

function needsReportTo({ projects, schedule, digestRecipients }: Configuration): boolean {
  const byProjects = projects.some(({ recipients }) => recipients === undefined);
  switch (schedule.report) {
    case 'projects':
      return byProjects;
    case 'digest':
      return digestRecipients === undefined;
    case 'both':
      return byProjects || digestRecipients === undefined;
  }
}
