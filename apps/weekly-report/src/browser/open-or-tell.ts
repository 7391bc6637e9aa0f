import type { CliDeps } from '../cli-deps.ts';

/** Opens a file in the browser. It is written, whether somebody sits in front of one or not. */
export async function openOrTell(
  { openFile, stderr }: Pick<CliDeps, 'openFile' | 'stderr'>,
  file: string,
): Promise<void> {
  try {
    await openFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    stderr.write(`There is no browser to open here (${reason}). Open ${file} yourself.\n`);
  }
}
