import { jsonOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface ImportOptions {
  file: string;
  project?: string | undefined;
  at?: string | undefined;
  numOfDays?: 1 | 2 | 3 | undefined;
  timeZone?: string | undefined;
  json: boolean;
}

interface ImportArguments extends Omit<ImportOptions, 'numOfDays' | 'timeZone'> {
  'num-of-days'?: 1 | 2 | 3 | undefined;
  'time-zone'?: string | undefined;
}

/** Usage and options of `import`. */
export function importCommand(
  run: (options: ImportOptions) => Promise<void>,
): CommandModule<object, ImportArguments> {
  return {
    command: 'import <file>',
    describe: 'import data collected elsewhere',
    builder: (yargs) =>
      yargs
        .usage(
          "$0 import <file>\n\nImports data collected elsewhere: the tutorial's clarity.db (its sessions table), session records as " +
            "a JSON list or JSON lines, the CSV of Clarity's recordings list, or saved responses of the Data Export API, " +
            'with or without the time they were fetched. The kind is recognised; gzip is unpacked. The file is imported as a ' +
            'whole or not at all; records that are invalid are skipped and counted. Importing the same ' +
            'file again adds nothing.',
        )
        .positional('file', {
          type: 'string',
          demandOption: true,
          describe: 'file to read, or - for standard input',
        })
        .option('project', {
          type: 'string',
          describe: 'project the file belongs to, if there are several',
        })
        .option('at', {
          type: 'string',
          describe: 'when it was fetched, if the file does not say, e.g. 2026-11-20T05:00:00Z',
        })
        .option('num-of-days', {
          choices: [1, 2, 3] as const,
          type: 'number',
          describe: 'days the response covers, if the file does not say (default 1)',
        })
        .option('time-zone', {
          type: 'string',
          describe: "time zone of the start times in a recordings list (default: the project's)",
        })
        .option('json', jsonOption)
        .example('$0 import ../tutorial/clarity.db', "the tutorial's own database")
        .example('$0 import records.jsonl.gz --at 2026-11-20T05:00:00Z', 'session records')
        .example('$0 import recordings.csv --time-zone Europe/Berlin', "Clarity's recordings list")
        .example(
          '$0 import body.json --at 2026-11-20T05:00:00Z --num-of-days 1',
          'a response as Clarity sent it',
        )
        .example('$0 import data/clarity/2026-08-07.json', 'responses saved with their time')
        .example('zcat history/*.gz | $0 import -', 'many of them at once, one per line')
        .epilog(
          'Needs CLARITY_PROJECT_ID or clarity-keep.json, to know which project the file belongs to.',
        ),
    handler: ({ file, project, at, 'num-of-days': numOfDays, 'time-zone': timeZone, json }) =>
      // yargs makes an empty text of a single hyphen.
      run({ file: file === '' ? '-' : file, project, at, numOfDays, timeZone, json }),
  };
}
