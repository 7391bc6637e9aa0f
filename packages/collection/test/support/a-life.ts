import type { ExtraBreakdown } from '@clarity-keep/core';
import {
  addDays,
  dayBounds,
  defaultUrlRules,
  oldest24Hours,
  reportingDay,
} from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { loadCoverage } from '@clarity-keep/db';
import type { Simulator, SimulatorOptions } from '@clarity-keep/simulator';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { expect, onTestFinished } from 'vitest';
import { collectProject, reparseProject } from '../../src/index.ts';
import type { ProjectCollection } from '../../src/index.ts';
import { projectOfEnvironment } from '@clarity-keep/environment';
import { aCrashingDatabase, Killed } from './a-crashing-database.ts';
import { aDatabase, rows } from './a-database.ts';
import { expectTruth } from './the-truth.ts';

const DAY_MS = 86_400_000;

export interface LifeOptions extends Partial<SimulatorOptions> {
  timeZone: string;
  extras?: readonly ExtraBreakdown[];
  sessionsPerDay?: number;
  /** How long a run waits for calls that become free meanwhile. */
  waitMs?: number;
}

/** A project that is collected over a long time, and what must be so at any time of it. */
export interface Life {
  db: Database;
  simulator: Simulator;
  clock: { now: Date };
  /** Runs a collection; killed before its write number `killedAt`, it gives null. */
  run: (at: Date, killedAt?: number) => Promise<ProjectCollection | null>;
  /** A call that somebody else makes with the same project. */
  callByAnother: () => Promise<void>;
  expectInvariants: () => void;
  /** Days that a run without a failure could have asked for, and that are not known. */
  unhealed: () => string[];
  expectReparseChangesNothing: () => Promise<void>;
}

export async function aLife(options: LifeOptions): Promise<Life> {
  const { timeZone, extras = [], sessionsPerDay = 30, waitMs, ...simulatorOptions } = options;
  const clock = { now: new Date(0) };
  const site = createSite({ seed: 11, sessionsPerDay });
  const simulator = await startSimulator({
    now: () => clock.now.getTime(),
    site,
    ...simulatorOptions,
  });
  onTestFinished(() => simulator.close());
  const db = aDatabase();
  const { projectId } = simulator;
  const others = new Set<number>();
  const reachable = new Set<string>();
  let pid = 0;

  const run: Life['run'] = async (at, killedAt) => {
    clock.now = at;
    pid += 1;
    const self = pid;
    const { db: used, wasKilled } =
      killedAt === undefined ? { db, wasKilled: () => false } : aCrashingDatabase(db, killedAt);
    try {
      const collection = await collectProject(
        {
          db: used,
          fetch: (url, init) => fetch(url, init),
          now: () => clock.now,
          sleep: async (ms) => {
            clock.now = new Date(clock.now.getTime() + ms);
          },
          thisProcess: { host: 'here', pid: self, isAlive: (other) => other === self },
        },
        {
          project: { ...projectOfEnvironment(projectId, timeZone), extraBreakdowns: extras },
          token: simulator.token,
          apiUrl: simulator.url,
          timeoutMs: 20_000,
          waitMs,
        },
      );
      const isWhole =
        collection.error === null &&
        !collection.warnings.some((text) => text.startsWith('Not enough calls'));
      if (isWhole) for (const day of daysWithin(at)) reachable.add(day);
      return collection;
    } catch (error) {
      if (error instanceof Killed && wasKilled()) return null;
      throw error;
    }
  };

  /**
   * The days that the windows of an instant can tell: not one of which nearly all hours are counted on the
   * day before, and not one that has not ended and is hardly news.
   */
  function daysWithin(at: Date): string[] {
    return ([1, 2, 3] as const)
      .map((numOfDays) => oldest24Hours(at, numOfDays))
      .filter(({ end }, index) => {
        const day = reportingDay(end, timeZone);
        const dayBefore = addDays(day, -1);
        const before = loadCoverage(db, { projectId, from: dayBefore, to: dayBefore }).find(
          ({ breakdown }) => breakdown === 'total',
        );
        const shared = (before?.windowEnd.getTime() ?? 0) - (end.getTime() - DAY_MS);
        const isLasting = index === 0 && at < dayBounds(day, timeZone).end;
        return shared <= (isLasting ? 12 : 18) * 3_600_000;
      })
      .map(({ end }) => reportingDay(end, timeZone));
  }

  const covered = () => loadCoverage(db, { projectId, from: '0000-01-01', to: '9999-12-31' });

  return {
    db,
    simulator,
    clock,
    run,
    callByAnother: async () => {
      others.add(simulator.requests.length);
      await fetch(`${simulator.url}?numOfDays=1`, {
        headers: { authorization: `Bearer ${simulator.token}` },
      });
    },
    unhealed() {
      const daily = ['total', 'page', 'page_device', 'device_source_medium'];
      const known = new Set(covered().map(({ breakdown, day }) => `${day} ${breakdown}`));
      return [...reachable]
        .flatMap((day) => daily.map((breakdown) => `${day} ${breakdown}`))
        .filter((day) => !known.has(day));
    },
    expectInvariants() {
      const calls = simulator.requests.filter(
        ({ status }, index) => status !== 429 && !others.has(index),
      );
      const tenBefore = calls.filter(
        ({ at }, index) => index >= 10 && at - (calls[index - 10]?.at ?? 0) < DAY_MS,
      );
      expect(tenBefore).toEqual([]);
      expect(overlaps(covered())).toEqual([]);
      expectTruth(db, { projectId, site, from: '0000-01-01', to: '9999-12-31' });
      expect(rows(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(rows(db, 'PRAGMA foreign_key_check')).toEqual([]);
    },
    async expectReparseChangesNothing() {
      const before = factTables(db);
      const result = await reparseProject(db, {
        projectId,
        grouping: { timeZone, urlRules: defaultUrlRules },
        now: clock.now,
        onProgress: () => undefined,
      });
      expect(result.notUnderstood).toBe(0);
      expect(factTables(db)).toEqual(before);
    },
  };
}

/** Complete days whose 24 hours share more than three with the day before. */
function overlaps(covered: ReturnType<typeof loadCoverage>): string[] {
  const ends = new Map(
    covered.map(({ breakdown, day, windowEnd }) => [`${breakdown} ${day}`, windowEnd.getTime()]),
  );
  return covered
    .filter(({ state }) => state === 'complete')
    .filter(({ breakdown, day, windowEnd }) => {
      const before = ends.get(`${breakdown} ${addDays(day, -1)}`);
      return before !== undefined && before - (windowEnd.getTime() - DAY_MS) > 3 * 3_600_000;
    })
    .map(({ breakdown, day }) => `${breakdown} ${day}`);
}

/** Everything that is made of the archive, to the last digit. */
export function factTables(db: Database): Record<string, unknown[]> {
  return {
    facts: rows(db, 'SELECT * FROM day_facts ORDER BY project_id, breakdown, day, segment_id'),
    coverage: rows(db, 'SELECT * FROM day_coverage ORDER BY project_id, breakdown, day'),
    sessions: rows(db, 'SELECT * FROM sessions ORDER BY project_id, session_id'),
    reconciliations: rows(
      db,
      'SELECT * FROM reconciliations ORDER BY project_id, day, breakdown, kind',
    ),
  };
}
