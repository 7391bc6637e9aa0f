import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseError } from '../errors.ts';

/**
 * The file of a `file:` URL.
 *
 * @throws DatabaseError when it is none.
 */
export function databasePath(url: string, cwd: string): string {
  if (!url.startsWith('file:')) {
    throw new DatabaseError(
      'bad-url',
      `Expected DATABASE_URL to start with "file:", got "${url.split(':', 1)[0]}:...". Example: file:./clarity.db`,
    );
  }
  const withoutQuery = url.split('?', 1)[0] ?? url;
  return withoutQuery.startsWith('file://')
    ? fileURLToPath(withoutQuery)
    : resolve(cwd, withoutQuery.slice('file:'.length));
}

/** @throws DatabaseError when there is no such file. */
export function requireFile(path: string): void {
  if (existsSync(path)) return;
  throw new DatabaseError(
    'cannot-open',
    `There is no database ${path} yet. Run "clarity-keep collect" first, or point DATABASE_URL to it.`,
  );
}
