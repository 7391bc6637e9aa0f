import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@clarity-keep/environment';

/**
 * Whether a commit could include the `.env` of a folder: the folder is in a git repository that does not ignore it.
 * Without git there are no commits.
 */
export function isExposedToGit(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('git', ['-C', folder, 'check-ignore', '--quiet', '.env'], (error) =>
      // 0: ignored, 1: not ignored, more: not a git repository.
      resolve(error?.code === 1),
    );
  });
}

/**
 * Adds `.env` to the `.gitignore` of a folder, which is created if needed.
 *
 * @throws ConfigurationError when it cannot be written.
 */
export function addToGitignore(folder: string): void {
  const path = join(folder, '.gitignore');
  try {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    appendFileSync(path, /[^\n]$/.test(text) ? '\n.env\n' : '.env\n');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(
      `Cannot add .env to ${path}: ${reason}. Nothing else was written. Add it by hand and run init again.`,
      { cause: error },
    );
  }
}
