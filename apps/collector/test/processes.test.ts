// @module-tag slow
import { openDatabase } from '@clarity-keep/db';
import type { Simulator } from '@clarity-keep/simulator';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { aRandom, aSeed } from '@clarity-keep/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aFolder, rows } from './support/a-database.ts';
import { aProcess, ended } from './support/a-process.ts';
import { expectTruth } from '@clarity-keep/collection/testing';

interface Place {
  simulator: Simulator;
  folder: string;
  variables: Record<string, string>;
}

async function aPlace(): Promise<Place> {
  const simulator = await startSimulator({
    now: Date.now,
    site: createSite({ seed: 5, sessionsPerDay: 60 }),
  });
  onTestFinished(() => simulator.close());
  const variables = {
    CLARITY_API_URL: simulator.url,
    CLARITY_API_TOKEN: simulator.token,
    CLARITY_PROJECT_ID: simulator.projectId,
  };
  return { simulator, folder: aFolder(), variables };
}

/** Calls of the busiest UTC day: midnight may pass while a test runs. */
function mostCallsOfADay({ simulator }: Place): number {
  const days = Map.groupBy(simulator.requests, ({ at }) => new Date(at).toISOString().slice(0, 10));
  return Math.max(0, ...[...days.values()].map(({ length }) => length));
}

function opened({ folder }: Place) {
  const db = openDatabase({ url: 'file:./clarity.db', cwd: folder, mustExist: true });
  onTestFinished(() => db.close());
  return db;
}

describe.each([2, 5])('%i collectors started at the same moment', (count) => {
  it('spend at most ten calls, and show nobody an error', async () => {
    const place = await aPlace();
    const runs = await Promise.all(
      Array.from({ length: count }, () =>
        ended(aProcess(['collect'], { cwd: place.folder, variables: place.variables })),
      ),
    );
    expect(runs.map(({ exitCode }) => exitCode)).toEqual(Array.from({ length: count }, () => 0));
    for (const { stderr } of runs) expect(stderr).not.toMatch(/error|SQLITE|busy|This is a bug/i);
    expect(mostCallsOfADay(place)).toBeLessThanOrEqual(10);
    const asked = place.simulator.requests.map(({ query }) => JSON.stringify(query));
    expect(new Set(asked).size).toBe(asked.length);
    const db = opened(place);
    const days = rows(db, "SELECT day FROM day_coverage WHERE breakdown = 'total'");
    expect(days).toHaveLength(3);
  });
});

/** Each place has ten calls, so that it is killed a few times only. */
const KILLS_A_PLACE = 3;
const AT_ONCE = 3;

describe('a collector that is killed at random moments', () => {
  it('leaves a database that opens, and that the next run completes', () =>
    expectKillsSurvived(12));

  it('does so two hundred times', { tags: ['soak'] }, () => expectKillsSurvived(200));

  async function expectKillsSurvived(count: number): Promise<void> {
    const random = aRandom(aSeed());
    const places = Math.ceil(count / KILLS_A_PLACE);
    const kills: (NodeJS.Signals | null)[] = [];
    for (let first = 0; first < places; first += AT_ONCE) {
      const many = Math.min(AT_ONCE, places - first);
      await Promise.all(
        Array.from({ length: many }, async () => kills.push(...(await killed(random)))),
      );
    }
    // A run that had ended before was not killed.
    expect(kills.filter((signal) => signal === 'SIGKILL').length).toBeGreaterThan(count / 3);
  }

  /** Kills a few runs, lets one end, and holds what is left against the truth. */
  async function killed(random: () => number): Promise<(NodeJS.Signals | null)[]> {
    const place = await aPlace();
    const at = { cwd: place.folder, variables: place.variables };
    const kills: (NodeJS.Signals | null)[] = [];
    for (let kill = 0; kill < KILLS_A_PLACE; kill += 1) {
      const child = aProcess(['collect'], at);
      // Between the first request and what comes after the last one.
      const from = place.simulator.requests.length;
      const calls = 1 + Math.floor(random() * 4);
      const timer = setInterval(() => {
        if (place.simulator.requests.length >= from + calls) child.kill('SIGKILL');
      }, 1);
      await ended(child);
      clearInterval(timer);
      kills.push(child.signalCode);
    }
    const last = await ended(aProcess(['collect', '--json'], at));
    // Killed calls count as spent, so the last of them may have to wait for tomorrow.
    expect([0, 4]).toContain(last.exitCode);
    expect(mostCallsOfADay(place)).toBeLessThanOrEqual(10);
    const db = opened(place);
    expect(rows(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const { projectId, site } = place.simulator;
    const range = { from: '0000-01-01', to: '9999-12-31' };
    expect(expectTruth(db, { projectId, site, ...range })).toBeGreaterThan(0);
    expect(rows(db, "SELECT id FROM api_calls WHERE state = 'reserved'")).toEqual([]);
    const unread = "SELECT id FROM api_calls WHERE state = 'answered' AND parsed_at IS NULL";
    expect(rows(db, unread)).toEqual([]);
    return kills;
  }
});
