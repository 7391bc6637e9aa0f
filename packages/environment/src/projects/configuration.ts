import type { Schedule } from '../schedule.ts';
import type { ProjectConfiguration } from './project-configuration.ts';

/** All projects, and when their jobs run. */
export interface Configuration {
  projects: readonly ProjectConfiguration[];
  schedule: Schedule;
  /** Longest random pause between two projects, in seconds. */
  jitterSeconds: number;
  /** Recipients of the digest of all projects; REPORT_TO when undefined. */
  digestRecipients: readonly string[] | undefined;
}
