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
 * @throws ConfigurationError when the file exists, or the folder is not writable.
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
 * Writes a file that only its owner can read: completely or not at all, and never over an existing file.
 *
 * @throws ConfigurationError when that fails.
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

/** A rename would replace a file that another process has created meanwhile; a link fails. */
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
