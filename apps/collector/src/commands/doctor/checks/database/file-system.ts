import { statfsSync } from 'node:fs';
import type { Check } from '../../check.ts';
import { existingFolder } from '../../database-subject.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, skipped, warning } from '../../verdict.ts';

/** Types of Linux's `statfs`. FUSE is not among them, because it can be anything. */
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9P'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x5346414f, 'AFS'],
  [0x786f4256, 'a VirtualBox share'],
]);

/** Whether processes can share the database's memory. Source: sqlite.org/wal.html. */
export function fileSystemVerdict(type: number): Verdict {
  const name = networkFileSystems.get(type);
  if (name === undefined) return ok('The database appears to be on a local disk.');
  return warning(
    `The database is on ${name}, where SQLite cannot lock the file between machines.`,
    'Move it to a local disk, or use it from one machine only.',
  );
}

export const fileSystemCheck: Check = {
  name: 'file-system',
  run: ({ machine, database }) => {
    if (database.type === 'bad-url') return skipped('DATABASE_URL is not valid.');
    if (machine.platform !== 'linux') return skipped('Only checked on Linux.');
    return fileSystemVerdict(statfsSync(existingFolder(database.path)).type);
  },
};
