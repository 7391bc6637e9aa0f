import type { Database } from '@clarity-keep/db';
import { openDatabase, saveProject } from '@clarity-keep/db';
import { databasesOf } from '@clarity-keep/testing';

const anEmptyDatabase = databasesOf(openDatabase);

/** A database that knows these projects, by id, and nothing of them. */
export function aDatabaseOf(
  projects: readonly { id: string; name?: string; timeZone?: string }[] = [],
): Database {
  const db = anEmptyDatabase();
  for (const { id, name = id, timeZone = 'UTC' } of projects) {
    saveProject(db, { id, name, timeZone }, new Date('2026-11-01T00:00:00Z'));
  }
  return db;
}
