import { jsonText } from '@clarity-keep/command-line';
import type { NamedProject } from '@clarity-keep/core';
import { chooseProject } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { createApiKey, listProjects } from '@clarity-keep/db';
import { readConfiguration } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import type { KeysOptions } from './command.ts';
import { keyExpiry } from './key-expiry.ts';
import { keyName } from './key-name.ts';
import { createdText } from './text.ts';

/**
 * Makes a key and prints it, alone on stdout.
 *
 * @throws UsageError for an invalid name or expiry, UnknownProjectError for a project that is neither configured
 *   nor in the database.
 */
export function createKey(
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
  const projects = idsOf(options.projects, [...configured, ...listProjects(db)]);
  const key = createApiKey(db, { name, projects, expiresAt }, { now: now(), randomBytes });
  stdout.write(options.json ? jsonText({ name, key, projects, expiresAt }) : `${key}\n`);
  stderr.write(createdText({ name, projects, expiresAt }));
}

/** Null for all projects. */
function idsOf(wanted: readonly string[], known: readonly NamedProject[]): string[] | null {
  if (wanted.length === 0) return null;
  return [...new Set(wanted.map((text) => chooseProject(known, text).id))];
}
