import { byteSize } from '@clarity-keep/core';
import { DatabaseError, loadFileSize } from '@clarity-keep/db';
import type { Check } from '../../check.ts';
import { ok, problem, skipped, warning } from '../../verdict.ts';

/** Whether the database can be opened and has the schema of this version. */
export const databaseCheck: Check = {
  name: 'database',
  run: ({ database }) => {
    switch (database.type) {
      case 'bad-url':
        return skipped('DATABASE_URL is not valid.');
      case 'absent':
        return warning(
          `The database ${database.path} does not exist yet.`,
          '"clarity-keep collect" creates it. If you already have one, point DATABASE_URL to it.',
        );
      case 'unusable':
        return problem(database.error.message, remedyOf(database.error));
      case 'open': {
        const { path, db, pending } = database;
        const size = byteSize(loadFileSize(db).bytes);
        if (pending === 0) return ok(`${path}, ${size}, up to date.`);
        return warning(
          `${path}, ${size}, is from an older version; the next command upgrades it.`,
          'Back it up first with "clarity-keep backup FILE": older versions cannot open it afterwards.',
        );
      }
    }
  },
};

function remedyOf(error: Error): string {
  const code = error instanceof DatabaseError ? error.code : null;
  if (code === 'newer-schema') {
    return 'Update Clarity Keep, or restore the backup from before the update.';
  }
  if (code === 'not-ours') return 'Point DATABASE_URL to another file.';
  return 'Make sure the user who runs Clarity Keep can read and write the file and its folder; if the file is damaged, restore a backup.';
}
