import { clarityExitKinds } from '@clarity-keep/clarity';
import type { ProjectCollection } from '@clarity-keep/collection';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodeOfKind, exitCodes } from '@clarity-keep/command-line';

/** The exit code of one project's collection. */
export function exitCodeOf({ error }: Pick<ProjectCollection, 'error'>): ExitCode {
  if (error === null) return exitCodes.done;
  if (error.code === 'configuration') return exitCodes.usage;
  if (error.code === 'defect') return exitCodes.defect;
  return exitCodeOfKind[clarityExitKinds[error.code]];
}
