import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface ProcessToRun {
  command: string;
  args: readonly string[];
  env?: Record<string, string>;
  cwd?: string;
}

/** Runs a process to its end. Milliseconds from its start to its end, and what it said on stdout. */
export async function runProcess({
  command,
  args,
  env = {},
  cwd,
}: ProcessToRun): Promise<{ milliseconds: number; stdout: string }> {
  const start = performance.now();
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
  const [exitCode, stdout, stderr] = await Promise.all([
    new Promise<number | null>((ended, failed) => {
      child.once('error', failed).once('close', ended);
    }),
    text(child.stdout),
    text(child.stderr),
  ]);
  const milliseconds = performance.now() - start;
  if (exitCode !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${exitCode}:\n${stdout}${stderr}`);
  }
  return { milliseconds, stdout };
}
