import { DatabaseError, loadFileSize } from '@clarity-keep/db';
import { bytesText } from '../../../terminal/numbers.ts';
import type { Check } from '../check.ts';
import { ok, problem, skipped, warning } from '../verdict.ts';

/** Whether the database can be opened and its schema is that of this version. */
export const databaseCheck: Check = {
  name: 'database',
  run: ({ database }) => {
    switch (database.type) {
      case 'bad-url':
        return skipped('DATABASE_URL is not understood.');
      case 'absent':
        return warning(
          `There is no database ${database.path} yet.`,
          '"clarity-keep collect" makes it. If there should be one, point DATABASE_URL to it.',
        );
      case 'unusable':
        return problem(database.error.message, remedyOf(database.error));
      case 'open': {
        const { path, db, pending } = database;
        const size = bytesText(loadFileSize(db).bytes);
        if (pending === 0) return ok(`${path}, ${size}, up to date.`);
        return warning(
          `${path}, ${size}, is of an older version; the next command brings it up to date.`,
          'Make a copy first with "clarity-keep backup FILE": an older version cannot open it afterwards.',
        );
      }
    }
  },
};

function remedyOf(error: Error): string {
  const code = error instanceof DatabaseError ? error.code : null;
  if (code === 'newer-schema') {
    return 'Update Clarity Keep, or restore the backup that was made before the update.';
  }
  if (code === 'not-ours') return 'Point DATABASE_URL to another file.';
  return 'See that the user who runs Clarity Keep may read and write the file and its folder; if it is damaged, restore a backup.';
}
