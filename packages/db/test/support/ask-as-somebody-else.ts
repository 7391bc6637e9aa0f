import SqliteDatabase from 'better-sqlite3';
import { listProjects, openDatabase, saveProject, tryToWrite } from '../../src/index.ts';

/** Opens the database of a folder as a user who owns nothing of it, reads it, and tries to write. */
new SqliteDatabase(':memory:').close(); // Loads the native library, which may lie where others cannot read.
if (process.getuid?.() === 0) process.seteuid?.(65_534);
const db = openDatabase({ url: 'file:./clarity.db', cwd: process.argv[2] ?? '.', mustExist: true });
const projects = listProjects(db).map(({ id }) => id);
const trial = tryToWrite(db);
let error: unknown = null;
try {
  saveProject(db, { id: 'other', name: 'Other', timeZone: 'UTC' }, new Date(0));
} catch (caught) {
  error = caught instanceof Error ? Reflect.get(caught, 'code') : caught;
}
await db.close();
process.stdout.write(JSON.stringify({ projects, trial: trial.type, error }));
