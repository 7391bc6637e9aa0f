import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { EndedProcess, ProcessOptions } from '@clarity-keep/testing';
import { aProgram, ended as endOf } from '@clarity-keep/testing';

export { programs } from '@clarity-keep/testing';

/** Runs a program of Node, or another command, to its end. */
export async function ended(
  command: string,
  args: readonly string[],
  { cwd, variables = {} }: ProcessOptions,
): Promise<EndedProcess> {
  return endOf(
    spawn(command, args, {
      cwd,
      env: { PATH: process.env['PATH'], ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** A server as a process of its own, on a free port, until the end of the test. */
export async function aServerProcess(
  place: ProcessOptions,
): Promise<{ url: string; child: ChildProcess }> {
  const child = aProgram('server', ['--port', '0'], place);
  if (child.stdout === null) throw new Error('Its output is not piped.');
  child.stderr?.resume();
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (url !== undefined) return { url, child };
  }
  throw new Error('The server ended before it listened.');
}
