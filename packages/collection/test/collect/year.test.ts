// @module-tag slow
import { addDays, countDays } from '@clarity-keep/core';
import { aRandom } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import type { Life } from '../support/a-life.ts';
import { aLife } from '../support/a-life.ts';
import { rows } from '../support/a-database.ts';

interface YearOptions {
  from: string;
  to: string;
  seed: number;
}

/** Daily runs through all that may happen to them. */
async function liveAYear(life: Life, { from, to, seed }: YearOptions): Promise<void> {
  const { simulator } = life;
  const random = aRandom(seed);
  const days = countDays(from, to);
  let outage = 0;
  let repair: (() => void) | null = null;
  for (let index = 0; index < days; index += 1) {
    const day = addDays(from, index);
    if (index === Math.floor(days * 0.4)) simulator.configure({ numbers: 'mixed' });
    if (index === Math.floor(days * 0.45)) simulator.configure({ numbers: 'numbers' });
    if (outage > 0) {
      outage -= 1;
      if (outage === 0) {
        repair?.();
        repair = null;
      }
    } else if (random() < 0.04) {
      outage = 1 + Math.floor(random() * 5);
      repair = simulator.fault({ type: 'status', status: 500 }, 'always');
    }
    const isOddHour = random() < 0.08;
    const hour = isOddHour ? Math.floor(random() * 24) : 5;
    const at = (minutes: number) =>
      new Date(Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minutes) * 60_000);
    if (random() < 0.03) {
      const calls = 5 + Math.floor(random() * 6);
      life.clock.now = at(0);
      for (let call = 0; call < calls; call += 1) await life.callByAnother();
    }
    const isKilled = random() < 0.1;
    await life.run(at(1), isKilled ? Math.floor(random() * 25) : undefined);
    // What cron does after a crash, or somebody who does not trust it.
    if (isKilled || random() < 0.1) await life.run(at(2 + Math.floor(random() * 30)));
  }
}

describe.each([
  { timeZone: 'Europe/Berlin', seed: 1, extras: [] },
  { timeZone: 'America/New_York', seed: 2, extras: ['country', 'os'] as const },
])('a year of daily runs in $timeZone', ({ timeZone, seed, extras }) => {
  it('counts every visit once, heals what can be healed, and can be made again from the archive', async () => {
    const life = await aLife({ timeZone, extras, numbers: 'strings' });
    await liveAYear(life, { from: '2026-01-05', to: '2027-01-04', seed });
    life.expectInvariants();
    expect(life.unhealed()).toEqual([]);
    // Enough has happened for this to mean something.
    const states = Object.fromEntries(
      rows(
        life.db,
        "SELECT state, COUNT(*) AS days FROM day_coverage WHERE breakdown = 'total' GROUP BY state",
      ).map(({ state, days }) => [state, days]),
    );
    expect(states['complete']).toBeGreaterThan(250);
    expect(states['estimated']).toBeGreaterThan(10);
    expect(
      rows(life.db, 'SELECT DISTINCT state FROM api_calls ORDER BY state').map(
        ({ state }) => state,
      ),
    ).toEqual(['answered', 'failed', 'limited']);
    await life.expectReparseChangesNothing();
  });
});

describe('two months of session records', () => {
  it('store every visit once, on the day of the narrowest window that it was first seen in', async () => {
    const life = await aLife({ timeZone: 'Europe/Berlin', format: 'sessions' });
    await liveAYear(life, { from: '2026-09-20', to: '2026-11-20', seed: 5 });
    const { db, simulator } = life;
    const windows = rows(
      db,
      "SELECT window_start, window_end FROM api_calls WHERE state = 'answered'",
    ).map((row) => [
      Date.parse(String(row['window_start'])),
      Date.parse(String(row['window_end'])),
    ]);
    const visits = simulator.site
      .visitsBetween(Date.parse('2026-09-10T00:00:00Z'), Date.parse('2026-11-22T00:00:00Z'))
      .filter(({ kind }) => kind === 'human')
      .filter(({ startedAt }) =>
        windows.some(([start = 0, end = 0]) => startedAt >= start && startedAt < end),
      );
    expect(visits.length).toBeGreaterThan(1000);
    const stored = rows(db, 'SELECT session_id FROM sessions ORDER BY session_id');
    expect(stored.map(({ session_id: id }) => id)).toEqual(visits.map(({ id }) => id).toSorted());
    expect(rows(db, 'SELECT SUM(sessions) AS sessions FROM site_days')).toEqual([
      { sessions: visits.length },
    ]);
    expect(life.unhealed().filter((day) => day.endsWith('total'))).toEqual([]);
    await life.expectReparseChangesNothing();
  });
});
