import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseError } from '../errors.ts';

/**
 * The path of a `file:` URL.
 *
 * @throws DatabaseError when it is another kind of URL.
 */
export function databasePath(url: string, cwd: string): string {
  if (!url.startsWith('file:')) {
    throw new DatabaseError(
      'bad-url',
      `DATABASE_URL must start with "file:", not with "${url.split(':', 1)[0]}:". Example: file:./clarity.db`,
    );
  }
  const withoutQuery = url.split('?', 1)[0] ?? url;
  return withoutQuery.startsWith('file://')
    ? fileURLToPath(withoutQuery)
    : resolve(cwd, withoutQuery.slice('file:'.length));
}

/** @throws DatabaseError when the file does not exist. */
export function requireFile(path: string): void {
  if (existsSync(path)) return;
  throw new DatabaseError(
    'cannot-open',
    `There is no database at ${path} yet. Run "clarity-keep collect" first, or point DATABASE_URL to an existing database.`,
  );
}
