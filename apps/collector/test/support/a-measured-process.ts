import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EndedProcess } from '@clarity-keep/testing';
import { aProcess, ended } from './a-process.ts';

const PRELOAD = pathToFileURL(join(import.meta.dirname, 'measure-memory.ts')).href;

export interface MeasuredProcess extends EndedProcess {
  /** The most memory that it took, in megabytes; infinite when it had to be ended. */
  megabytes: number;
}

/** Runs `clarity-keep` as a process of its own, with little memory, and says how much it took. */
export async function aMeasuredProcess(
  args: readonly string[],
  { cwd, variables }: { cwd: string; variables: Record<string, string> },
): Promise<MeasuredProcess> {
  const file = join(cwd, 'memory.txt');
  const child = aProcess(args, {
    cwd,
    variables: {
      ...variables,
      MEMORY_FILE: file,
      NODE_OPTIONS: `--max-old-space-size=512 --import ${PRELOAD}`,
    },
  });
  const run = await ended(child);
  const megabytes =
    run.exitCode === null ? Infinity : Number(readFileSync(file, 'utf8')) / 1024 / 1024;
  return { ...run, megabytes };
}
