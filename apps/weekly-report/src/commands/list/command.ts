import type { CommandModule } from 'yargs';

export interface ListOptions {
  project?: string | undefined;
  limit?: number | undefined;
  json: boolean;
}

/** `list`: its words and options. */
export function listCommand(
  run: (options: ListOptions) => Promise<void>,
): CommandModule<object, ListOptions> {
  return {
    command: 'list',
    describe: 'list the reports that were sent, and the state of their mails',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 list [--project PROJECT] [--limit N]\n\nLists every stored report, the latest week first, with how many of its mails were sent, failed or are unfinished (they may or may not have arrived).',
        )
        .option('project', {
          type: 'string',
          requiresArg: true,
          describe: 'only this project (ID or name); by default all, and their digests',
        })
        .option('limit', {
          type: 'number',
          requiresArg: true,
          describe: 'number of reports, at most 1000 (default 20)',
        })
        .option('json', { type: 'boolean', default: false, describe: 'print the list as JSON' })
        .example('$0 list', 'the last twenty')
        .example('$0 list --project Shop --limit 52', 'a year of one project'),
    handler: ({ project, limit, json }) => run({ project, limit, json }),
  };
}
