import type { Schedule } from './configuration-file/schedule.ts';
import type { ProjectConfiguration } from './project-configuration.ts';

/** All projects and when they are worked on. */
export interface Configuration {
  projects: readonly ProjectConfiguration[];
  schedule: Schedule;
  /** Up to so many seconds are waited between two projects. */
  jitterSeconds: number;
  /** Who gets the digest over all projects; undefined is REPORT_TO. */
  digestRecipients: readonly string[] | undefined;
}
