import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../../../..');

/** The programs, from their sources, whatever they depend on. */
export const programs = {
  collector: join(root, 'apps/collector/src/main.ts'),
  server: join(root, 'apps/server/src/main.ts'),
};

export interface ProcessOptions {
  cwd: string;
  variables?: Record<string, string>;
}

export interface EndedProcess {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program of Node, or another command, to its end. */
export async function ended(
  command: string,
  args: readonly string[],
  { cwd, variables = {} }: ProcessOptions,
): Promise<EndedProcess> {
  const child = spawn(command, args, { cwd, env: { PATH: process.env['PATH'], ...variables } });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { exitCode, stdout, stderr };
}

/** A server as a process of its own, on a free port, until the end of the test. */
export async function aServerProcess({
  cwd,
  variables = {},
}: ProcessOptions): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [programs.server, '--port', '0'], {
    cwd,
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (url !== undefined) return { url, child };
  }
  throw new Error('The server ended before it listened.');
}
