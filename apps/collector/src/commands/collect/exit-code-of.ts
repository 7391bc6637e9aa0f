import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';
import { failurePolicies } from '../../collect/failure-policy.ts';
import type { ProjectCollection } from '../../collect/project-collection.ts';

/** The exit code of one project's collection. */
export function exitCodeOf({ error }: Pick<ProjectCollection, 'error'>): ExitCode {
  if (error === null) return exitCodes.done;
  if (error.code === 'configuration') return exitCodes.usage;
  if (error.code === 'defect') return exitCodes.defect;
  return failurePolicies[error.code].exitCode;
}
