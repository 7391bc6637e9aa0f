import { jsonOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface ImportOptions {
  file: string;
  project?: string | undefined;
  at?: string | undefined;
  numOfDays: 1 | 2 | 3;
  json: boolean;
}

/** Usage and options of `import`. */
export function importCommand(
  run: (options: ImportOptions) => Promise<void>,
): CommandModule<object, Omit<ImportOptions, 'numOfDays'> & { 'num-of-days': 1 | 2 | 3 }> {
  return {
    command: 'import <file>',
    describe: 'import data collected elsewhere',
    builder: (yargs) =>
      yargs
        .usage(
          "$0 import <file>\n\nImports data collected elsewhere: the tutorial's clarity.db (its sessions table), session records as " +
            'a JSON list or JSON lines, or saved responses of the Data Export API. The file is imported as a ' +
            'whole or not at all; records that are not sessions are skipped and counted. Importing the same ' +
            'file again adds nothing.',
        )
        .positional('file', { type: 'string', demandOption: true, describe: 'file to read' })
        .option('project', {
          type: 'string',
          describe: 'project the file belongs to, if there are several',
        })
        .option('at', {
          type: 'string',
          describe: 'when the file was fetched, e.g. 2026-11-20T05:00:00Z',
        })
        .option('num-of-days', {
          choices: [1, 2, 3] as const,
          type: 'number',
          default: 1 as const,
          describe: 'days the response covers',
        })
        .option('json', jsonOption)
        .example('$0 import ../tutorial/clarity.db', "the tutorial's own database")
        .example('$0 import records.jsonl --at 2026-11-20T05:00:00Z', 'session records')
        .example(
          '$0 import body.json --at 2026-11-20T05:00:00Z --num-of-days 1',
          'a saved response',
        )
        .epilog(
          'Needs CLARITY_PROJECT_ID or clarity-keep.json, to know which project the file belongs to.',
        ),
    handler: ({ file, project, at, 'num-of-days': numOfDays, json }) =>
      run({ file, project, at, numOfDays, json }),
  };
}
