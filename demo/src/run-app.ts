import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface AppRun {
  app: 'server' | 'weekly-report';
  args: string[];
  cwd: string;
  variables: Record<string, string | undefined>;
}

/** Starts one of the apps as a user would: a process of its own. */
export function startApp({ app, args, cwd, variables }: AppRun): ChildProcess {
  const main = join(import.meta.dirname, '../../apps', app, 'src/main.ts');
  return spawn(process.execPath, [main, ...args], {
    cwd,
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs an app to its end and returns what it printed. */
export async function runApp(run: AppRun): Promise<string> {
  const child = startApp(run);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += String(chunk);
    });
  }
  const exitCode = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  if (exitCode !== 0) {
    throw new Error(
      `clarity-keep ${run.app} ${run.args.join(' ')} ended with ${exitCode}:\n${output}`,
    );
  }
  return output;
}
