import type { Schedule } from '../schedule.ts';
import type { ProjectConfiguration } from './project-configuration.ts';

/** All projects and when they are worked on. */
export interface Configuration {
  projects: readonly ProjectConfiguration[];
  schedule: Schedule;
  /** Longest random pause between two projects, in seconds. */
  jitterSeconds: number;
  /** Who gets the digest over all projects; undefined is REPORT_TO. */
  digestRecipients: readonly string[] | undefined;
}
