import { openDatabase } from '@clarity-keep/db';
import type { Simulator } from '@clarity-keep/simulator';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aFolder, rows } from './support/a-database.ts';
import { aProcess, ended } from './support/a-process.ts';
import { expectTruth } from './support/the-truth.ts';

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
    for (const { stderr } of runs) expect(stderr).not.toMatch(/error|SQLITE|busy|defect/i);
    expect(mostCallsOfADay(place)).toBeLessThanOrEqual(10);
    const asked = place.simulator.requests.map(({ query }) => JSON.stringify(query));
    expect(new Set(asked).size).toBe(asked.length);
    const db = opened(place);
    const days = rows(db, "SELECT day FROM day_coverage WHERE breakdown = 'total'");
    expect(days).toHaveLength(3);
  });
});

describe('a collector that is killed at random moments', () => {
  it(
    'leaves a database that opens, and that the next run completes',
    { timeout: 120_000 },
    async () => {
      // A start takes some tenths of a second; the moments are spread over a whole run.
      const kills = Number(process.env['KILLS'] ?? 24);
      const lanes = 3;
      const lane = async (lane: number): Promise<void> => {
        const place = await aPlace();
        const at = { cwd: place.folder, variables: place.variables };
        const started = Date.now();
        await ended(aProcess(['plan'], at));
        const longest = 2 * (Date.now() - started);
        for (let kill = lane; kill < kills; kill += lanes) {
          const child = aProcess(['collect'], at);
          const timer = setTimeout(() => child.kill('SIGKILL'), (longest * (kill + 1)) / kills);
          await ended(child);
          clearTimeout(timer);
        }
        const last = await ended(aProcess(['collect', '--json'], at));
        expect([0, 4]).toContain(last.exitCode);
        expect(mostCallsOfADay(place)).toBeLessThanOrEqual(10);
        const db = opened(place);
        expect(rows(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
        const { projectId, site } = place.simulator;
        expectTruth(db, { projectId, site, from: '0000-01-01', to: '9999-12-31' });
        expect(rows(db, "SELECT id FROM api_calls WHERE state = 'reserved'")).toEqual([]);
      };
      await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
    },
  );
});
