import type { CommandModule } from 'yargs';
import { projectsParsing } from './projects-parsing.ts';

export type KeysOptions =
  | {
      verb: 'create';
      name: string;
      projects: readonly string[];
      expires?: string | undefined;
      json: boolean;
    }
  | { verb: 'list'; json: boolean }
  | { verb: 'revoke'; name: string; json: boolean };

type Run = (options: KeysOptions) => Promise<void>;

/** `keys` and its three verbs: their words and options. */
export function defineKeys(run: Run): CommandModule {
  return {
    command: 'keys',
    describe: 'make, list and revoke keys of the server',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 keys <command>\n\nA key lets a program ask the server over the network. It is sent as "Authorization: Bearer ck_...". ' +
            'A running server takes note of new and of revoked keys at once.',
        )
        .command(create(run))
        .command(list(run))
        .command(revoke(run))
        .demandCommand(1, 'Expected a command after keys: create, list or revoke.')
        .example('$0 keys create --name dashboard', 'a key for all projects')
        .example('$0 keys revoke dashboard', 'which opens nothing from then on'),
    handler: () => undefined,
  };
}

function create(
  run: Run,
): CommandModule<
  object,
  { name: string; project: string[] | undefined; expires: string | undefined; json: boolean }
> {
  return {
    command: 'create',
    describe: 'make a key, and show it this once',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 keys create --name NAME [--project ID ...] [--expires WHEN]\n\nMakes a key and prints it on stdout, this once: ' +
            'only a hash of it is kept. With --project, other projects do not exist for whoever has the key.',
        )
        .parserConfiguration(projectsParsing)
        .option('name', {
          type: 'string',
          demandOption: true,
          requiresArg: true,
          coerce: lastOf,
          describe: 'who or what it is for; shown in lists and logs',
        })
        .option('project', {
          type: 'string',
          array: true,
          // What a script left empty must not make a key for all of them.
          requiresArg: true,
          describe:
            'project that it may ask about, by id or name, again for more; all when left out',
        })
        .option('expires', {
          type: 'string',
          requiresArg: true,
          coerce: lastOf,
          describe:
            'when it ends: 90d, 18m, 2y, or a last day as YYYY-MM-DD (UTC); never when left out',
        })
        .option('json', {
          type: 'boolean',
          default: false,
          describe: 'print { name, key, projects, expiresAt } as JSON',
        })
        .example('$0 keys create --name grafana --expires 1y', 'a key for a year')
        .example(
          '$0 keys create --name acme --project wxb0r23ozh',
          "a client's key, for that client",
        ),
    handler: ({ name, project = [], expires, json }) =>
      run({ verb: 'create', name, projects: project, expires, json }),
  };
}

function lastOf(values: string | string[]): string {
  return Array.isArray(values) ? (values.at(-1) ?? '') : values;
}

function list(run: Run): CommandModule<object, { json: boolean }> {
  return {
    command: 'list',
    describe: 'list all keys that were ever made, never the keys themselves',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 keys list\n\nLists all keys that were ever made, the oldest first. Times are UTC.',
        )
        .option('json', { type: 'boolean', default: false, describe: 'print the list as JSON' })
        .example('$0 keys list', 'names, states, and when each was last used'),
    handler: ({ json }) => run({ verb: 'list', json }),
  };
}

function revoke(run: Run): CommandModule<object, { name: string; json: boolean }> {
  return {
    command: 'revoke <name>',
    describe: 'let a key open nothing from now on',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 keys revoke <name>\n\nLets a key open nothing from now on, for good; a running server refuses it at once.',
        )
        .positional('name', { type: 'string', demandOption: true, describe: 'name of the key' })
        .option('json', {
          type: 'boolean',
          default: false,
          describe: 'print { name, revokedAt } as JSON',
        })
        .example('$0 keys revoke acme', 'the client has left'),
    handler: ({ name, json }) => run({ verb: 'revoke', name, json }),
  };
}
