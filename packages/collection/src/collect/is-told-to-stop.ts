import type { CollectDeps } from './collect-ports.ts';
import type { ProjectCollection } from './project-collection.ts';

const STOPPED = 'Stopped early; the next run continues from here.';

/** Whether the run should stop here; adds a warning when it should. */
export function isToldToStop(
  { stop }: Pick<CollectDeps, 'stop'>,
  { warnings }: Pick<ProjectCollection, 'warnings'>,
): boolean {
  if (stop?.aborted !== true) return false;
  if (!warnings.includes(STOPPED)) warnings.push(STOPPED);
  return true;
}
