import { jsonOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface ImportOptions {
  file: string;
  project?: string | undefined;
  at?: string | undefined;
  numOfDays: 1 | 2 | 3;
  json: boolean;
}

/** `import`: its words and options. */
export function importCommand(
  run: (options: ImportOptions) => Promise<void>,
): CommandModule<object, Omit<ImportOptions, 'numOfDays'> & { 'num-of-days': 1 | 2 | 3 }> {
  return {
    command: 'import <file>',
    describe: 'take over what was collected elsewhere',
    builder: (yargs) =>
      yargs
        .usage(
          "$0 import <file>\n\nTakes a tutorial's clarity.db (its sessions table), session records as a JSON list or as JSON " +
            'lines, and saved answers of the Data Export API. The file is taken over as a whole or not at all; ' +
            'records that are no session are left out and counted. Importing it again adds nothing.',
        )
        .positional('file', { type: 'string', demandOption: true, describe: 'file to read' })
        .option('project', {
          type: 'string',
          describe: 'the project that the file belongs to, where there are several',
        })
        .option('at', {
          type: 'string',
          describe: 'instant the file was fetched, e.g. 2026-11-20T05:00:00Z',
        })
        .option('num-of-days', {
          choices: [1, 2, 3] as const,
          type: 'number',
          default: 1 as const,
          describe: 'days the answer covers',
        })
        .option('json', jsonOption)
        .example('$0 import ../tutorial/clarity.db', "the tutorial's own database")
        .example('$0 import records.jsonl --at 2026-11-20T05:00:00Z', 'session records')
        .example('$0 import body.json --at 2026-11-20T05:00:00Z --num-of-days 1', 'a saved answer')
        .epilog(
          'Needs CLARITY_PROJECT_ID or clarity-keep.json: the project that the file belongs to.',
        ),
    handler: ({ file, project, at, 'num-of-days': numOfDays, json }) =>
      run({ file, project, at, numOfDays, json }),
  };
}
