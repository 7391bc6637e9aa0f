import open from 'open';

/** Shows a file in the browser, or in whatever the machine shows such files in. */
export async function openFile(path: string): Promise<void> {
  await open(path);
}
