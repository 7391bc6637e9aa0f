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

/** `init`: its words and options. */
export function initCommand(
  run: (options: InitOptions) => Promise<void>,
): CommandModule<object, Words> {
  return {
    command: 'init',
    describe: 'set up a project: ask, check, and write .env',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 init\n\nAsks for the project, its token, the time zone, who gets the weekly report and where the data ' +
            'are kept, and writes .env in the working directory, readable by you alone. An existing .env stays as it ' +
            'is. Everything is checked offline: no call is made, unless you say yes to a first collection at the end.',
        )
        .option('project-id', {
          type: 'string',
          requiresArg: true,
          describe: 'id of the project, or the address of its dashboard; it is not asked for then',
        })
        .option('time-zone', {
          type: 'string',
          requiresArg: true,
          describe: 'IANA name; it is not asked for then',
        })
        .option('database', {
          type: 'string',
          requiresArg: true,
          describe: 'SQLite file, as a path or a file: URL; it is not asked for then',
        })
        .option('token-from-stdin', {
          type: 'boolean',
          default: false,
          describe:
            'ask nothing: the token is on standard input, and what is not given is the default',
        })
        .option('yes', {
          type: 'boolean',
          default: false,
          describe:
            'with --token-from-stdin: take a token that is not of the usual kind, and add .env to .gitignore',
        })
        .option('json', {
          type: 'boolean',
          default: false,
          describe: 'print the result as JSON, and offer no first collection',
        })
        .example('$0 init', 'be asked')
        .example(
          '$0 init --project-id wxb0r23ozh --token-from-stdin < token.txt',
          'without a terminal',
        )
        .epilog(
          'Exit codes: 0 done, 2 cancelled, or not possible, e.g. because there is a .env already; after a first ' +
            'collection, that of collect.',
        ),
    handler: ({ projectId, timeZone, database, tokenFromStdin, yes, json }) =>
      run({ projectId, timeZone, database, tokenFromStdin, yes, json }),
  };
}
