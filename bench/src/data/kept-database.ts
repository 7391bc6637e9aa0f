import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundles, peers } from '../measure/bundles.ts';
import { runProcess } from '../measure/run-process.ts';
import type { RecordFileOptions } from './record-file.ts';
import { recordFile } from './record-file.ts';

export const PROJECT = 'bench';

/** A database of ours with generated session records, imported by the CLI; made once per folder. */
export async function keptDatabase(folder: string, options: RecordFileOptions): Promise<string> {
  const path = join(folder, `kept-${nameOf(options)}.db`);
  if (await isFile(path)) return path;
  await importRecords(await recordFile(folder, options), path);
  return path;
}

/** The tutorial's own database with the same records. */
export async function tutorialDatabase(
  folder: string,
  python: string,
  options: RecordFileOptions,
): Promise<string> {
  const path = join(folder, `tutorial-${nameOf(options)}.db`);
  if (await isFile(path)) return path;
  await importAsTutorial(python, await recordFile(folder, options), path);
  return path;
}

/** Milliseconds of the whole process. */
export async function importRecords(
  records: string,
  database: string,
  project = PROJECT,
): Promise<number> {
  const { milliseconds } = await runProcess({
    command: process.execPath,
    args: [bundles.collector, 'import', records],
    env: { DATABASE_URL: `file:${database}`, CLARITY_PROJECT_ID: project },
  });
  return milliseconds;
}

/** Milliseconds of the whole process. */
export async function importAsTutorial(
  python: string,
  records: string,
  database: string,
): Promise<number> {
  const { milliseconds } = await runProcess({
    command: python,
    args: [join(peers, 'tutorial_import.py'), records, database],
  });
  return milliseconds;
}

function nameOf({ count, days, pages }: RecordFileOptions): string {
  return `${count}-${days}-${pages}`;
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
