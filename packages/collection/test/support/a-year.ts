import type { ExtraBreakdown } from '@clarity-keep/core';
import { addDays, countDays } from '@clarity-keep/core';
import { aRandom } from '@clarity-keep/testing';
import { expect } from 'vitest';
import { rows } from './a-database.ts';
import type { Life } from './a-life.ts';
import { aLife } from './a-life.ts';

interface Span {
  from: string;
  to: string;
  seed: number;
}

/** Daily runs through all that may happen to them. */
export async function liveThrough(life: Life, { from, to, seed }: Span): Promise<void> {
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

export interface AYear {
  timeZone: string;
  seed: number;
  extras: readonly ExtraBreakdown[];
}

/** Lives through a year, in which every visit is counted once and every gap that can be filled is. */
export async function expectAYearToHold({ timeZone, seed, extras }: AYear): Promise<void> {
  const life = await aLife({ timeZone, extras, numbers: 'strings', sessionsPerDay: 15 });
  await liveThrough(life, { from: '2026-01-05', to: '2027-01-04', seed });
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
    rows(life.db, 'SELECT DISTINCT state FROM api_calls ORDER BY state').map(({ state }) => state),
  ).toEqual(['answered', 'failed', 'limited']);
  await life.expectReparseChangesNothing();
}
