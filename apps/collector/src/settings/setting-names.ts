import { reportEnvironmentSchema } from '@clarity-keep/environment';
import { environmentSchema } from './environment.ts';
import type { Job } from '@clarity-keep/collection';

/** The variables that each job reads, besides token variables with names of the user's choice. */
export const settingNames: Record<Job, readonly string[]> = {
  collect: Object.keys(environmentSchema.shape),
  report: Object.keys(reportEnvironmentSchema.shape),
};
