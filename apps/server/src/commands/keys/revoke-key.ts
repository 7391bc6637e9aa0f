import { jsonText, UsageError } from '@clarity-keep/command-line';
import { likelyMeant } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { listApiKeys, revokeApiKey } from '@clarity-keep/db';
import type { CliDeps } from '../../cli-deps.ts';
import type { KeysOptions } from './command.ts';
import { revokedText } from './text.ts';

/** @throws UsageError when no key has this name. */
export function revokeKey(
  { now, stdout }: CliDeps,
  { db, options }: { db: Database; options: Extract<KeysOptions, { verb: 'revoke' }> },
): void {
  const { name, json } = options;
  const revokedAt = revokeApiKey(db, name, now());
  if (revokedAt === null) throw unknownKey(db, name);
  stdout.write(json ? jsonText({ name, revokedAt }) : revokedText(name, revokedAt));
}

function unknownKey(db: Database, name: string): UsageError {
  const meant = likelyMeant(
    name,
    listApiKeys(db).map((key) => key.name),
  );
  const advice =
    meant === null
      ? 'See "clarity-keep-server keys list".'
      : `Did you mean ${JSON.stringify(meant)}?`;
  return new UsageError(`Unknown key ${JSON.stringify(name)}. ${advice}`);
}
