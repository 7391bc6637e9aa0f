import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from '@clarity-keep/db';
import { databasePath, openAsItIs, pendingMigrations } from '@clarity-keep/db';
import type { SettingsSubject } from './settings-subject.ts';

export type DatabaseSubject =
  | { type: 'bad-url' }
  | { type: 'absent'; path: string }
  | { type: 'unusable'; path: string; error: Error }
  /** `pending` migrations: an older version wrote it, so its tables differ from this version's. */
  | { type: 'open'; path: string; db: Database; pending: number; walBytes: number };

/** Opens the database as it is, without changing anything. */
export function openSubject({ cwd, environment, mistakes }: SettingsSubject): DatabaseSubject {
  const url = environment.DATABASE_URL;
  if (mistakes.some(({ variable }) => variable === 'DATABASE_URL')) return { type: 'bad-url' };
  const path = databasePath(url, cwd);
  let db: Database | undefined;
  try {
    if (sizeOf(path) === null) return { type: 'absent', path };
    // Before it is opened: closing the last connection empties it.
    const walBytes = sizeOf(`${path}-wal`) ?? 0;
    db = openAsItIs({ url, cwd });
    return { type: 'open', path, db, pending: pendingMigrations(db.sql).length, walBytes };
  } catch (error) {
    db?.sql.close();
    if (error instanceof Error) return { type: 'unusable', path, error };
    throw error;
  }
}

/** The database when its tables can be queried, or else why not. */
export function askable(subject: DatabaseSubject): { db: Database } | { why: string } {
  switch (subject.type) {
    case 'bad-url':
      return { why: 'DATABASE_URL is not valid.' };
    case 'absent':
      return { why: 'The database does not exist yet.' };
    case 'unusable':
      return { why: 'The database cannot be opened.' };
    case 'open':
      if (subject.pending > 0) return { why: 'The database is from an older version.' };
      return { db: subject.db };
  }
}

/** The nearest existing folder of a path. */
export function existingFolder(path: string): string {
  const folder = dirname(path);
  return sizeOf(folder) === null && folder !== path ? existingFolder(folder) : folder;
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}
