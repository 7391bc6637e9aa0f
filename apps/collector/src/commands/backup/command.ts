import { jsonOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface BackupOptions {
  file: string;
  json: boolean;
}

/** Usage and options of `backup`. */
export function backupCommand(
  run: (options: BackupOptions) => Promise<void>,
): CommandModule<object, BackupOptions> {
  return {
    command: 'backup <file>',
    describe: 'copy the database to a new file and verify the copy',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 backup <file>\n\nCopies the database as of one instant into a new file that only you can read, and verifies the ' +
            'copy. Other programs can keep collecting and querying. It never overwrites a file or leaves a ' +
            'partial one. Before an upgrade it copies the database as the older version left it.',
        )
        .positional('file', { type: 'string', demandOption: true, describe: 'file to write' })
        .option('json', jsonOption)
        .example('$0 backup /mnt/backup/clarity-2026-11-24.db', 'to another disk')
        .example('$0 backup "backup-$(date +%F).db"', 'one file a day'),
    handler: ({ file, json }) => run({ file, json }),
  };
}
