import { byteSize, counted, decimal, displayText } from '@clarity-keep/core';
import type { Backup } from '@clarity-keep/db';
import { shellWord } from '../../terminal/command-line-text.ts';

/** What a backup holds, and how it is restored, for people. */
export function backupText(backup: Backup & { database: string; durationMs: number }): string {
  const { database, path, bytes, tables, rows, durationMs } = backup;
  const written = backup.writtenMeanwhile
    ? ' Another program was writing; the copy shows one moment before or during that.'
    : '';
  const file = displayText(path);
  const target = displayText(database);
  return (
    `${file}: ${byteSize(bytes)}, ${counted(rows, 'row')} in ${counted(tables, 'table')}, ` +
    `checked, in ${decimal(durationMs / 1000)} s.${written}\n\n` +
    `To restore it, stop the jobs and the server, and then:\n` +
    `  rm -f ${shellWord(`${target}-wal`)} ${shellWord(`${target}-shm`)}\n` +
    `  cp ${shellWord(file)} ${shellWord(target)}\n`
  );
}
