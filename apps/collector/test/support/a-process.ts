import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** Starts `clarity-keep` as a process of its own. */
export function aProcess(
  args: readonly string[],
  { cwd, variables }: { cwd: string; variables: Record<string, string> },
): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface EndedProcess {
  /** Null when it was killed. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Waits for the end of a process, with all that it printed. */
export async function ended(child: ChildProcess): Promise<EndedProcess> {
  const text = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (text.stdout += String(chunk)));
  child.stderr?.on('data', (chunk: Buffer) => (text.stderr += String(chunk)));
  const exitCode = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { exitCode, ...text };
}
