import type { CliDeps } from '../cli-deps.ts';

/** Opens a file in the browser, or says that it could not: the file is written either way. */
export async function openOrTell(
  { openFile, stderr }: Pick<CliDeps, 'openFile' | 'stderr'>,
  file: string,
): Promise<void> {
  try {
    await openFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    stderr.write(`Cannot open a browser here (${reason}). Open ${file} yourself.\n`);
  }
}
