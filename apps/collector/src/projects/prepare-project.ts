import type { Database } from '@clarity-keep/db';
import { loadProject } from '@clarity-keep/db';

/** A project as it is to be kept: what is not set stays as the database has it. */
export function projectSettings(
  db: Database,
  id: string,
  timeZone: string | undefined,
): { id: string; name: string; timeZone: string } {
  const known = loadProject(db, id);
  return { id, name: known?.name ?? id, timeZone: timeZone ?? known?.timeZone ?? 'UTC' };
}
