import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@clarity-keep/environment';

/**
 * Where the `.env` of a folder will be.
 *
 * @throws ConfigurationError when there is one already, or the folder cannot be written to.
 */
export function newEnvPath(folder: string): string {
  const path = join(folder, '.env');
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw alreadyThere(path);
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw cannotWrite(path, error);
  }
  return path;
}

/**
 * Writes a file that its owner alone can read: as a whole or not at all, and never over another one.
 *
 * @throws ConfigurationError when it cannot be.
 */
export function writeEnvFile(path: string, text: string): void {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true });
    moveToNew(draft, path);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? alreadyThere(path) : cannotWrite(path, error);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A rename would replace what another process has put there meanwhile; a link fails. */
function moveToNew(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // File systems without hard links, such as FAT.
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
  }
}

function alreadyThere(path: string): ConfigurationError {
  return new ConfigurationError(
    `${path} already exists and was not changed. Edit it, or move it away and run init again.`,
  );
}

function cannotWrite(path: string, error: unknown): ConfigurationError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ConfigurationError(
    `Cannot write ${path}: ${reason}. Run init in a folder you can write to.`,
    { cause: error },
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error ? Reflect.get(error, 'code') : undefined;
}
