import { jsonOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface BackupOptions {
  file: string;
  json: boolean;
}

/** `backup`: its words and options. */
export function backupCommand(
  run: (options: BackupOptions) => Promise<void>,
): CommandModule<object, BackupOptions> {
  return {
    command: 'backup <file>',
    describe: 'copy the database into a new file, and check the copy',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 backup <file>\n\nCopies the database, as it is at one instant, into a new file that only you can read, and ' +
            'checks the copy. Other programs may collect and ask meanwhile. It replaces no file, and leaves no half one. ' +
            'Before an upgrade it copies the database as the older version has left it.',
        )
        .positional('file', { type: 'string', demandOption: true, describe: 'file to write' })
        .option('json', jsonOption)
        .example('$0 backup /mnt/backup/clarity-2026-11-24.db', 'to another disk')
        .example('$0 backup "backup-$(date +%F).db"', 'one file a day'),
    handler: ({ file, json }) => run({ file, json }),
  };
}
