import { jsonOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';
import { projectsOption, projectsParsing } from '../several-projects.ts';

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
export function keysCommand(run: Run): CommandModule {
  return {
    command: 'keys',
    describe: 'create, list and revoke API keys',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 keys <command>\n\nAn API key lets a program use the server over the network. Send it as "Authorization: Bearer ck_...". ' +
            'A running server picks up new and revoked keys at once.',
        )
        .command(create(run))
        .command(list(run))
        .command(revoke(run))
        .demandCommand(1, 'Add a command after keys: create, list or revoke.')
        .example('$0 keys create --name dashboard', 'a key for all projects')
        .example('$0 keys revoke dashboard', 'stops working at once'),
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
    describe: 'create a key and show it once',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 keys create --name NAME [--project ID ...] [--expires WHEN]\n\nCreates a key and prints it on stdout. It is shown only once: ' +
            'only a hash is stored. With --project, the key sees no other projects.',
        )
        .parserConfiguration(projectsParsing)
        .option('name', {
          type: 'string',
          demandOption: true,
          requiresArg: true,
          coerce: lastOf,
          describe: 'who or what the key is for; shown in lists and logs',
        })
        .option('project', {
          ...projectsOption,
          describe: 'project the key may see (ID or name), once for each; all by default',
        })
        .option('expires', {
          type: 'string',
          requiresArg: true,
          coerce: lastOf,
          describe:
            'when the key expires: 90d, 18m, 2y, or its last day as YYYY-MM-DD (UTC); never by default',
        })
        .option('json', jsonOption)
        .example('$0 keys create --name grafana --expires 1y', 'a key that is valid for a year')
        .example('$0 keys create --name acme --project wxb0r23ozh', 'a key for one client'),
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
    describe: 'list all keys, including revoked and expired ones',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 keys list\n\nLists all keys, also revoked and expired ones, oldest first. The keys themselves are never shown. Times are UTC.',
        )
        .option('json', jsonOption)
        .example('$0 keys list', 'their names and states, and when each was last used'),
    handler: ({ json }) => run({ verb: 'list', json }),
  };
}

function revoke(run: Run): CommandModule<object, { name: string; json: boolean }> {
  return {
    command: 'revoke <name>',
    describe: 'revoke a key for good',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 keys revoke <name>\n\nRevokes a key for good. A running server refuses it at once.',
        )
        .positional('name', { type: 'string', demandOption: true, describe: 'name of the key' })
        .option('json', jsonOption)
        .example('$0 keys revoke acme', 'the client has left'),
    handler: ({ name, json }) => run({ verb: 'revoke', name, json }),
  };
}
