import type { Simulator } from '@clarity-keep/simulator';
import { startSimulator } from '@clarity-keep/simulator';
import { onTestFinished } from 'vitest';
import type { CommandLineRun } from './a-command-line.ts';
import { runInFolder } from './a-command-line.ts';
import { aFolder } from './a-database.ts';

/** A project in an empty folder, in front of a simulated Clarity; time passes only when it is told to. */
export interface SimulatedProject {
  folder: string;
  simulator: Simulator;
  clock: { now: Date };
  run: (argv: readonly string[], variables?: Record<string, string>) => Promise<CommandLineRun>;
}

export async function aSimulatedProject({
  at,
  columns,
  ...options
}: {
  at: string;
  columns?: number;
} & Omit<Parameters<typeof startSimulator>[0], 'now'>): Promise<SimulatedProject> {
  const clock = { now: new Date(at) };
  const simulator = await startSimulator({ ...options, now: () => clock.now.getTime() });
  onTestFinished(() => simulator.close());
  const folder = aFolder();
  return {
    folder,
    simulator,
    clock,
    run: (argv, variables = {}) =>
      runInFolder(argv, {
        cwd: folder,
        columns,
        variables: {
          CLARITY_API_URL: simulator.url,
          CLARITY_API_TOKEN: simulator.token,
          CLARITY_PROJECT_ID: simulator.projectId,
          ...variables,
        },
        now: () => clock.now,
        sleep: async (ms) => {
          clock.now = new Date(clock.now.getTime() + ms);
        },
      }),
  };
}
