import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, UsageError } from '@clarity-keep/command-line';
import { screenOf } from '@clarity-keep/command-line/table';
import { likelyMeant } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import {
  createApiKey,
  listApiKeys,
  listProjects,
  openDatabase,
  revokeApiKey,
} from '@clarity-keep/db';
import { readConfiguration, readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import type { KeysOptions } from '../commands/define-keys.ts';
import { parseEnvironment } from '../env.ts';
import { keyExpiry } from './key-expiry.ts';
import { keyName } from './key-name.ts';
import { keyProjects } from './key-projects.ts';
import { keysText, listedKey, minuteText } from './keys-text.ts';

/** Makes, lists or revokes keys. */
export async function runKeys(deps: CliDeps, options: KeysOptions): Promise<ExitCode> {
  const variables = readVariables(deps.cwd, deps.variables);
  const environment = parseEnvironment(variables);
  const db = openDatabase({
    url: environment.DATABASE_URL,
    cwd: deps.cwd,
    // The server makes it as well, so that it can be set up before the first collection.
    mustExist: options.verb !== 'create',
  });
  try {
    switch (options.verb) {
      case 'create':
        create(deps, { db, options, projectId: environment.CLARITY_PROJECT_ID });
        break;
      case 'list': {
        const keys = listApiKeys(db).map((key) => listedKey(key, deps.now()));
        const text = options.json
          ? jsonText({ keys })
          : keysText(keys, screenOf(deps.stdout, variables));
        deps.stdout.write(text);
        break;
      }
      case 'revoke':
        revoke(deps, { db, options });
        break;
    }
    return exitCodes.done;
  } finally {
    await db.close();
  }
}

function create(
  { cwd, now, randomBytes, stdout, stderr }: CliDeps,
  {
    db,
    options,
    projectId,
  }: {
    db: Database;
    options: Extract<KeysOptions, { verb: 'create' }>;
    projectId: string | undefined;
  },
): void {
  const name = keyName(options.name);
  const expiresAt = options.expires === undefined ? null : keyExpiry(options.expires, now());
  const { projects: configured } = readConfiguration({ cwd, projectId });
  const projects = keyProjects(options.projects, [...configured, ...listProjects(db)]);
  const key = createApiKey(db, { name, projects, expiresAt }, { now: now(), randomBytes });
  stdout.write(options.json ? jsonText({ name, key, projects, expiresAt }) : `${key}\n`);
  stderr.write(
    `This is key ${JSON.stringify(name)}, for ${projects === null ? 'all projects' : projects.join(', ')}, ` +
      `${expiresAt === null ? 'without an end' : `good until ${minuteText(expiresAt)} UTC`}. ` +
      'It is shown this once: keep it where passwords are kept.\n',
  );
}

function revoke(
  { now, stdout }: CliDeps,
  { db, options }: { db: Database; options: Extract<KeysOptions, { verb: 'revoke' }> },
): void {
  const { name } = options;
  const revokedAt = revokeApiKey(db, name, now());
  if (revokedAt === null)
    throw unknownKey(
      name,
      listApiKeys(db).map((key) => key.name),
    );
  stdout.write(
    options.json
      ? jsonText({ name, revokedAt })
      : `Key ${JSON.stringify(name)} opens nothing since ${minuteText(revokedAt)} UTC.\n`,
  );
}

function unknownKey(name: string, names: readonly string[]): UsageError {
  const meant = likelyMeant(name, names);
  const advice =
    meant === null
      ? 'See "clarity-keep-server keys list".'
      : `Did you mean ${JSON.stringify(meant)}?`;
  return new UsageError(`There is no key ${JSON.stringify(name)}. ${advice}`);
}
