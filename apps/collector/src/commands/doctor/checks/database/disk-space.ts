import { byteSize } from '@clarity-keep/core';
import { statfsSync } from 'node:fs';
import { loadFileSize } from '@clarity-keep/db';
import type { Check } from '../../check.ts';
import { existingFolder } from '../../database-subject.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, problem, skipped, warning } from '../../verdict.ts';

const LITTLE_BYTES = 1024 ** 3;
/** Several days of responses. */
const NOTHING_BYTES = 64 * 1024 ** 2;
const MAKE_ROOM = 'Free some space, or run "clarity-keep prune --raw-older-than 400d --vacuum".';

/** Whether there is space for responses and for a copy: a backup and VACUUM rewrite the whole file. */
export function diskSpaceVerdict(freeBytes: number, databaseBytes: number): Verdict {
  const free = `${byteSize(freeBytes)} free on the database's disk`;
  if (freeBytes < NOTHING_BYTES) {
    return problem(`${free}: there may be no space for the next responses.`, MAKE_ROOM);
  }
  if (freeBytes < 2 * databaseBytes) {
    return warning(
      `${free}, and the database takes ${byteSize(databaseBytes)}: a backup next to it, or "prune --vacuum", may run out of space.`,
      'Free some space, or write backups to another disk.',
    );
  }
  if (freeBytes < LITTLE_BYTES) return warning(`${free}.`, MAKE_ROOM);
  return ok(`${free}.`);
}

export const diskSpaceCheck: Check = {
  name: 'disk-space',
  run: ({ database }) => {
    if (database.type === 'bad-url') return skipped('DATABASE_URL is not valid.');
    const { bavail, bsize } = statfsSync(existingFolder(database.path));
    const bytes = database.type === 'open' ? loadFileSize(database.db).bytes : 0;
    return diskSpaceVerdict(bavail * bsize, bytes);
  },
};
