import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { programs } from '@clarity-keep/testing';

/** Three days of a made-up shop in `clarity.db` of a folder, collected as its owner would; its id. */
export async function collectHistory(
  folder: string,
  { seed, hostile = false }: { seed: number; hostile?: boolean },
): Promise<string> {
  const site = createSite({ seed, sessionsPerDay: 150, hostile });
  await using simulator = await startSimulator({ now: Date.now, site });
  const { code, stderr } = await runProgram('collector', ['collect'], {
    cwd: folder,
    variables: {
      CLARITY_API_URL: simulator.url,
      CLARITY_API_TOKEN: simulator.token,
      CLARITY_PROJECT_ID: simulator.projectId,
    },
  });
  if (code !== 0) throw new Error(`The collection ended with ${code}:\n${stderr}`);
  return simulator.projectId;
}

export interface RunOptions {
  cwd: string;
  variables?: Record<string, string>;
  /** All of its standard input. */
  input?: string;
}

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, as a process of its own. */
export async function runProgram(
  app: 'collector' | 'server',
  args: readonly string[],
  { cwd, variables = {}, input = '' }: RunOptions,
): Promise<Run> {
  const child = spawn(process.execPath, [mainOf(app), ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...variables },
    stdio: 'pipe',
  });
  child.stdin.end(input);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => {
      child.on('close', resolve);
    }),
  ]);
  return { code, stdout, stderr };
}

export function mainOf(app: 'collector' | 'server'): string {
  return programs[app];
}
