import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '@clarity-keep/command-line';

/**
 * Makes a folder and those above it. One by one, because Node's own recursion never ends below `/proc`.
 *
 * @throws UsageError when it cannot be made, or a file is in its place.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOneByOne(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const reason =
      code === 'EEXIST' || code === 'ENOTDIR'
        ? 'it is not a folder'
        : 'the folder cannot be created there';
    throw new UsageError(`Cannot write to --out ${folder}: ${reason}.`, { cause: error });
  }
}

async function makeOneByOne(folder: string): Promise<void> {
  const known = await stat(folder).catch(absent);
  if (known?.isDirectory()) return;
  if (known === null && dirname(folder) !== folder) await makeOneByOne(dirname(folder));
  await mkdir(folder);
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
