import { describe, expect, it } from 'vitest';
import type { CollectorOptions } from '../support/a-collector.ts';
import { aCollector } from '../support/a-collector.ts';

const MINUTE_MS = 60_000;

/** A project with eight calls a day, after some days of them at 05:15: no gap takes a ninth. */
async function theDayAfter(at: string, options: CollectorOptions = {}) {
  const collector = await aCollector({
    at: '2026-11-15T05:15:00Z',
    extras: ['country', 'browser', 'os', 'campaign', 'channel'],
    ...options,
  });
  for (const day of [15, 16, 17, 18, 19]) {
    collector.clock.now = new Date(`2026-11-${day}T05:15:${day}Z`);
    await collector.collect();
  }
  collector.clock.now = new Date(at);
  collector.pauses.length = 0;
  return collector;
}

const total = (pauses: readonly number[]) => pauses.reduce((sum, ms) => sum + ms, 0);

describe('a run whose calls are not free yet', () => {
  it('waits for those of the day before, if it may, and makes all of its calls', async () => {
    const { simulator, pauses, collect } = await theDayAfter('2026-11-20T05:10:00Z', {
      waitMs: 15 * MINUTE_MS,
    });
    const collection = await collect();
    expect(collection).toMatchObject({ error: null, warnings: [] });
    expect(collection.calls).toHaveLength(8);
    expect(total(pauses)).toBeGreaterThan(5 * MINUTE_MS);
    expect(total(pauses)).toBeLessThan(7 * MINUTE_MS);
    expect(simulator.requests.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('tries again when Clarity refuses a call at the border of 24 hours', async () => {
    const { simulator, pauses, collect } = await theDayAfter('2026-11-20T05:15:30Z', {
      waitMs: 15 * MINUTE_MS,
    });
    simulator.fault({ type: 'status', status: 429 });
    const collection = await collect();
    expect(collection.error).toBeNull();
    expect(collection.calls.map(({ status }) => status)).toEqual([
      'limited',
      ...Array.from({ length: 8 }, () => 'answered'),
    ]);
    expect(total(pauses)).toBeLessThan(3 * MINUTE_MS);
  });

  it('does not wait for what comes too late, and says when it comes', async () => {
    const { pauses, collect } = await theDayAfter('2026-11-20T04:40:00Z', {
      waitMs: 15 * MINUTE_MS,
    });
    const collection = await collect();
    expect(pauses).toEqual([]);
    expect(collection.error).toBeNull();
    expect(collection.calls).toHaveLength(1);
    expect(collection.warnings.join()).toMatch(/8 more are free from 2026-11-20 05:1\d UTC/);
  });

  it('does not wait when nobody has allowed it', async () => {
    const { pauses, collect } = await theDayAfter('2026-11-20T05:14:00Z');
    expect((await collect()).calls).toHaveLength(1);
    expect(pauses).toEqual([]);
  });

  it('makes no call once it is told to stop', async () => {
    const stop = new AbortController();
    const collector = await theDayAfter('2026-11-20T05:10:00Z', {
      waitMs: 15 * MINUTE_MS,
      stop: stop.signal,
    });
    const { pauses } = collector;
    pauses.push = (...ms: number[]) => {
      stop.abort();
      return Array.prototype.push.apply(pauses, ms);
    };
    const collection = await collector.collect();
    expect(collection.calls).toHaveLength(1);
    expect(pauses).toHaveLength(1);
    expect(collection.warnings.join()).toContain('Stopped early');
  });
});
