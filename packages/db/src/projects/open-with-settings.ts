import type { Database } from '../file/open-database.ts';
import { openDatabase } from '../file/open-database.ts';
import type { TakenOverSettings } from './take-over-settings.ts';
import { takeOverSettings } from './take-over-settings.ts';

/**
 * Opens the database of those who only ask, with the names and weights that the configuration has now.
 *
 * @throws DatabaseError when there is no database, or settings cannot be taken over.
 */
export async function openWithSettings(
  place: { url: string; cwd: string },
  projects: readonly TakenOverSettings[],
): Promise<Database> {
  const db = openDatabase({ ...place, mustExist: true });
  try {
    takeOverSettings(db, projects);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
