import type { ExtraBreakdown, UrlRules } from '@clarity-keep/core';
import { defaultUrlRules } from '@clarity-keep/core';
import type { Fetch } from '@clarity-keep/clarity';
import type { Database } from '@clarity-keep/db';
import type { Simulator, SimulatorOptions } from '@clarity-keep/simulator';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { onTestFinished } from 'vitest';
import type { ProjectCollection, ThisProcess } from '../../src/index.ts';
import { collectProject } from '../../src/index.ts';
import { projectOfEnvironment } from '@clarity-keep/environment';
import { aDatabase } from './a-database.ts';

export interface CollectorOptions extends Partial<SimulatorOptions> {
  at?: string;
  timeZone?: string;
  urlRules?: UrlRules;
  extras?: readonly ExtraBreakdown[];
  reserve?: number;
  /** Short only where an answer shall not come in time: a busy machine is slow as well. */
  timeoutMs?: number;
  maxBytes?: number;
  /** How long a run waits for free calls; then its pauses take time. */
  waitMs?: number;
  stop?: AbortSignal;
  /** Stands between the collector and the network. */
  fetch?: Fetch;
  /** Shared with another collector; their simulators need seeds of their own. */
  db?: Database;
  process?: Partial<ThisProcess>;
}

export interface CollectorFixture {
  db: Database;
  simulator: Simulator;
  /** The time that both sides see, unless the collector's is ahead. */
  clock: {
    now: Date;
    /** By how many milliseconds the clock of the collector is ahead. */
    ahead: number;
  };
  /** The pauses that were made, in milliseconds. */
  pauses: number[];
  collect: (numOfDays?: 1 | 2 | 3, overrides?: { token?: string }) => Promise<ProjectCollection>;
}

/** A collector with a database of its own, asking a simulated Clarity over HTTP. */
export async function aCollector(options: CollectorOptions = {}): Promise<CollectorFixture> {
  const {
    at = '2026-11-20T05:00:00Z',
    timeZone = 'UTC',
    urlRules = defaultUrlRules,
    extras = [],
    reserve = 1,
    timeoutMs = 20_000,
    maxBytes,
    waitMs,
    stop,
    fetch: fetchIt = (url, init) => fetch(url, init),
    db = aDatabase(),
    process = {},
    ...simulatorOptions
  } = options;
  const clock = { now: new Date(at), ahead: 0 };
  const pauses: number[] = [];
  const site = createSite({ seed: 7, sessionsPerDay: 120 });
  const simulator = await startSimulator({
    now: () => clock.now.getTime(),
    site,
    ...simulatorOptions,
  });
  onTestFinished(() => simulator.close());
  return {
    db,
    simulator,
    clock,
    pauses,
    collect: (numOfDays, { token = simulator.token } = {}) =>
      collectProject(
        {
          db,
          fetch: fetchIt,
          now: () => new Date(clock.now.getTime() + clock.ahead),
          sleep: async (ms) => {
            pauses.push(ms);
            if (waitMs !== undefined) clock.now = new Date(clock.now.getTime() + ms);
          },
          stop,
          thisProcess: { host: 'here', pid: 1, isAlive: () => true, ...process },
        },
        {
          project: {
            ...projectOfEnvironment(simulator.projectId, timeZone),
            name: 'Shop',
            urlRules,
            extraBreakdowns: extras,
            reserve,
          },
          token,
          apiUrl: simulator.url,
          timeoutMs,
          maxBytes,
          waitMs,
          numOfDays,
        },
      ),
  };
}

/**
 * A collector that has run at the same hour of the day before: that day and the two before it are known,
 * so that a run makes the three daily calls and adds one day.
 */
export async function aDailyCollector(options: CollectorOptions = {}): Promise<CollectorFixture> {
  const collector = await aCollector(options);
  const { clock, collect } = collector;
  const today = clock.now;
  clock.now = new Date(today.getTime() - 86_400_000);
  const { error } = await collect();
  if (error !== null) throw new Error(`The day before failed: ${error.message}`);
  clock.now = today;
  return collector;
}
