import type { CommandModule } from 'yargs';

export interface InitOptions {
  projectId?: string | undefined;
  timeZone?: string | undefined;
  database?: string | undefined;
  tokenFromStdin: boolean;
  yes: boolean;
  json: boolean;
}

type Words = Omit<InitOptions, 'projectId' | 'timeZone' | 'tokenFromStdin'> & {
  'project-id'?: string | undefined;
  'time-zone'?: string | undefined;
  'token-from-stdin': boolean;
};

/** Usage and options of `init`. */
export function initCommand(
  run: (options: InitOptions) => Promise<void>,
): CommandModule<object, Words> {
  return {
    command: 'init',
    describe: 'set up a project and write .env',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 init\n\nAsks for the project, its token, the time zone, the recipients of the weekly report and where to ' +
            'store the data, then writes .env in the working directory, readable only by you. It never changes ' +
            'an existing .env. All checks are offline: no call is made unless you agree to a first collection ' +
            'at the end.',
        )
        .option('project-id', {
          type: 'string',
          requiresArg: true,
          describe: 'project ID or dashboard URL; skips the question',
        })
        .option('time-zone', {
          type: 'string',
          requiresArg: true,
          describe: 'IANA name; skips the question',
        })
        .option('database', {
          type: 'string',
          requiresArg: true,
          describe: 'SQLite file, as a path or file: URL; skips the question',
        })
        .option('token-from-stdin', {
          type: 'boolean',
          default: false,
          describe: 'ask nothing: read the token from standard input and use defaults for the rest',
        })
        .option('yes', {
          type: 'boolean',
          default: false,
          describe: 'with --token-from-stdin: accept an unusual token, and add .env to .gitignore',
        })
        .option('json', {
          type: 'boolean',
          default: false,
          describe: 'print the result as JSON and skip the first collection',
        })
        .example('$0 init', 'answer the questions')
        .example(
          '$0 init --project-id wxb0r23ozh --token-from-stdin < token.txt',
          'without a terminal',
        )
        .epilog(
          'Exit codes: 0 done, 2 cancelled or not possible (e.g. .env already exists); after a first ' +
            'collection, those of collect.',
        ),
    handler: ({ projectId, timeZone, database, tokenFromStdin, yes, json }) =>
      run({ projectId, timeZone, database, tokenFromStdin, yes, json }),
  };
}
