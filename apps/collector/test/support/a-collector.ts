import { defaultUrlRules } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import type { Simulator, SimulatorOptions } from '@clarity-keep/simulator';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { onTestFinished } from 'vitest';
import { collectProject } from '../../src/collect/collect-project.ts';
import type { ProjectCollection } from '../../src/collect/project-collection.ts';
import { prepareProject } from '../../src/projects/prepare-project.ts';
import { aDatabase } from './a-database.ts';

export interface CollectorFixture {
  db: Database;
  simulator: Simulator;
  /** The time that both sides see. */
  clock: { now: Date };
  collect: (numOfDays?: 1 | 2 | 3) => Promise<ProjectCollection>;
}

/** A collector with a database of its own, asking a simulated Clarity over HTTP. */
export async function aCollector(
  options: Partial<SimulatorOptions> & { at?: string; timeZone?: string } = {},
): Promise<CollectorFixture> {
  const { at = '2026-11-20T05:00:00Z', timeZone = 'UTC', ...simulatorOptions } = options;
  const clock = { now: new Date(at) };
  const site = createSite({ seed: 7, sessionsPerDay: 120 });
  const simulator = await startSimulator({
    now: () => clock.now.getTime(),
    site,
    ...simulatorOptions,
  });
  onTestFinished(() => simulator.close());
  const db = aDatabase();
  return {
    db,
    simulator,
    clock,
    collect: async (numOfDays) => {
      const { grouping, ...project } = prepareProject(
        db,
        { id: simulator.projectId, name: 'Shop', timeZone, urlRules: defaultUrlRules },
        clock.now,
      );
      return collectProject(
        {
          db,
          fetch: (url, init) => fetch(url, init),
          now: () => clock.now,
          sleep: async () => undefined,
          thisProcess: { host: 'here', pid: 1, isAlive: () => true },
        },
        {
          project,
          timeZone: grouping.timeZone,
          rules: grouping.urlRules,
          extras: [],
          reserve: 1,
          token: simulator.token,
          apiUrl: simulator.url,
          timeoutMs: 300,
          numOfDays,
        },
      );
    },
  };
}
