import { accessSync, constants } from 'node:fs';
import type { WriteTrial } from '@clarity-keep/db';
import { tryToWrite } from '@clarity-keep/db';
import type { Check } from '../../check.ts';
import { existingFolder } from '../../database-subject.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, problem, skipped, warning } from '../../verdict.ts';

const OWNER = 'Give the file and its folder to the user who runs Clarity Keep (chown, chmod).';

export function writeVerdict(trial: WriteTrial): Verdict {
  switch (trial.type) {
    case 'writable':
      return ok('The database is writable.');
    case 'busy':
      return warning(
        'Another program is writing to the database.',
        'Run this again when it has finished; if it never does, stop that program.',
      );
    case 'refused':
      return problem(`The database is not writable: ${trial.why}.`, OWNER);
  }
}

/** Whether the database, or the folder it will be created in, is writable. */
export const databaseWriteCheck: Check = {
  name: 'database-write',
  run: ({ database }) => {
    if (database.type === 'open') return writeVerdict(tryToWrite(database.db));
    if (database.type !== 'absent') return skipped('The database cannot be opened.');
    const folder = existingFolder(database.path);
    try {
      accessSync(folder, constants.W_OK);
      return ok(`${folder} is writable.`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return problem(`${folder} is not writable: ${reason}.`, OWNER);
    }
  },
};
