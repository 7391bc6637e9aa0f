// @module-tag slow
import { addDays } from '@clarity-keep/core';
import { aRandom } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import type { Life, LifeOptions } from '../support/a-life.ts';
import { aLife } from '../support/a-life.ts';
import { rows } from '../support/a-database.ts';

const MINUTE_MS = 60_000;
const FIRST_DAY = '2026-09-20';

const extras = ['country', 'browser', 'os', 'campaign', 'channel'] as const;

interface Habits {
  /** The first run of all, minutes after midnight UTC. */
  firstAt: number;
  /** What a run is early or late, minutes. */
  jitter: number;
  /** What it can be later still, as the runs of a hosted scheduler. */
  late?: number;
  /** The share of days without a run. */
  missed: number;
  seed: number;
  days: number;
}

/** Days of runs at 05:15, after a first connect at another hour. */
async function live(
  life: Life,
  { firstAt, jitter, late = 0, missed, seed, days }: Habits,
): Promise<void> {
  const random = aRandom(seed);
  const at = (day: number, minutes: number) =>
    new Date(Date.parse(`${addDays(FIRST_DAY, day)}T00:00:00Z`) + minutes * MINUTE_MS);
  await life.run(at(0, firstAt));
  for (let day = 1; day <= days; day += 1) {
    if (random() < missed) continue;
    const delay = (2 * random() - 1) * jitter + random() * late;
    await life.run(at(day, 315 + Math.round(delay)));
  }
}

const refusedCalls = ({ simulator }: Life) =>
  simulator.requests.filter(({ status }) => status === 429).length;

const coveredDays = ({ db }: Life, breakdown: string) =>
  Number(
    rows(db, `SELECT COUNT(*) AS days FROM day_coverage WHERE breakdown = '${breakdown}'`)[0]?.[
      'days'
    ],
  );

describe('runs at 05:15 by a rolling quota', () => {
  it.each([0, 5, 9, 14, 20, 23])(
    'have no refused call and no lost day after a first connect at %i:07',
    async (hour) => {
      const life = await aLife({ timeZone: 'Europe/Berlin' });
      await live(life, { firstAt: hour * 60 + 7, jitter: 8, missed: 0, seed: hour + 1, days: 7 });
      expect(refusedCalls(life)).toBe(0);
      life.expectInvariants();
      expect(life.unhealed()).toEqual([]);
      expect(coveredDays(life, 'total')).toBeGreaterThanOrEqual(9);
    },
  );

  it('collect all extra breakdowns every day when they wait out their jitter', async () => {
    const life = await aLife({ timeZone: 'UTC', extras, waitMs: 15 * MINUTE_MS });
    await live(life, { firstAt: 840, jitter: 4, missed: 0, seed: 34, days: 30 });
    expect(refusedCalls(life)).toBe(0);
    life.expectInvariants();
    // The gaps of the first connect come first.
    for (const extra of extras) expect(coveredDays(life, extra)).toBeGreaterThanOrEqual(27);
  });
});

describe.each<Pick<LifeOptions, 'quotaWindow'>>([
  { quotaWindow: 'rolling' },
  { quotaWindow: 'utc-day' },
])('sixty days of a quota that is $quotaWindow', (quota) => {
  it('fill gaps after missed runs without a refused call', async () => {
    const life = await aLife({ timeZone: 'America/Los_Angeles', ...quota });
    await live(life, { firstAt: 840, jitter: 90, missed: 0.25, seed: 21, days: 60 });
    expect(refusedCalls(life)).toBe(0);
    life.expectInvariants();
    expect(life.unhealed()).toEqual([]);
  });

  it('lose and double nothing when a hosted scheduler is up to twelve hours late', async () => {
    const life = await aLife({ timeZone: 'UTC', ...quota });
    await live(life, { firstAt: 315, jitter: 0, late: 1155, missed: 0, seed: 89, days: 60 });
    expect(refusedCalls(life)).toBe(0);
    life.expectInvariants();
    expect(life.unhealed()).toEqual([]);
  });

  it('lose no daily breakdown to extra ones when runs come hours early and late', async () => {
    const life = await aLife({ timeZone: 'UTC', extras, ...quota });
    await live(life, { firstAt: 840, jitter: 240, missed: 0, seed: 55, days: 60 });
    expect(refusedCalls(life)).toBe(0);
    life.expectInvariants();
    expect(life.unhealed()).toEqual([]);
    expect(coveredDays(life, 'device_source_medium')).toBeGreaterThanOrEqual(59);
  });
});
