import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** The programs as they ship, which start in a quarter of the time that their sources take. */
export const programs = {
  collector: join(root, 'apps/collector/dist/clarity-keep.mjs'),
  server: join(root, 'apps/server/dist/clarity-keep-server.mjs'),
  report: join(root, 'apps/weekly-report/dist/clarity-keep-report.mjs'),
};

export interface ProcessOptions {
  cwd: string;
  /** All that is set, beside PATH. */
  variables?: Record<string, string>;
  /** Nothing comes in unless it is a pipe. */
  stdin?: 'ignore' | 'pipe';
}

export interface EndedProcess {
  /** Null when it was killed. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Starts a program as a process of its own, which ends with the test at the latest. */
export function aProgram(
  name: keyof typeof programs,
  args: readonly string[],
  { cwd, variables = {}, stdin = 'ignore' }: ProcessOptions,
): ChildProcess {
  const child = spawn(process.execPath, [programs[name], ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...variables },
    stdio: [stdin, 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Waits for the end of a process that was just started, with all that it prints. */
export async function ended(child: ChildProcess): Promise<EndedProcess> {
  if (child.stdout === null || child.stderr === null) throw new Error('Its output is not piped.');
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { exitCode, stdout, stderr };
}

/** Ends a process as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
