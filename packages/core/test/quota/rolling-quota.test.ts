import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollingQuota } from '../../src/index.ts';

const at = (time: string) => new Date(`2026-11-${time}Z`);
const calls = (...times: string[]) => times.map(at);

describe('a rolling quota', () => {
  it('has ten calls while none counts', () => {
    expect(rollingQuota({ countedAt: [], refusedAt: null }, at('20T05:15:00'))).toEqual({
      limit: 10,
      used: 0,
      left: 10,
      nextFreeAt: null,
      nextFree: 0,
      allFreeAt: null,
      isRefusing: false,
    });
  });

  it('counts a call for 24 hours, over midnight', () => {
    const countedAt = calls('20T14:00:00');
    const used = (time: string) => rollingQuota({ countedAt, refusedAt: null }, at(time)).used;
    expect(used('20T14:00:00')).toBe(1);
    expect(used('21T00:00:01')).toBe(1);
    expect(used('21T13:59:59')).toBe(1);
    expect(used('21T14:00:00')).toBe(0);
  });

  it('says when the next calls become free, and how many of one run', () => {
    const countedAt = [
      ...Array.from({ length: 6 }, (_, index) => at(`20T05:15:${10 + index}`)),
      ...calls('20T14:00:00', '20T14:00:05', '20T14:00:09'),
    ];
    expect(rollingQuota({ countedAt, refusedAt: null }, at('20T20:00:00'))).toMatchObject({
      used: 9,
      left: 1,
      nextFreeAt: at('21T05:15:10'),
      nextFree: 6,
      allFreeAt: at('21T14:00:09'),
    });
  });

  it('frees nothing before what was counted beyond the limit has gone', () => {
    const countedAt = Array.from({ length: 12 }, (_, index) => at(`20T${10 + index}:00:00`));
    const quota = rollingQuota({ countedAt, refusedAt: null }, at('20T22:00:00'));
    expect(quota).toMatchObject({ used: 12, left: 0, nextFreeAt: at('21T12:00:00') });
  });
});

describe('after Clarity has refused a call that the ledger had left', () => {
  const countedAt = calls('20T05:15:00', '20T05:15:02');

  it('no call is free until an hour has passed', () => {
    const quota = (time: string) =>
      rollingQuota({ countedAt, refusedAt: at('20T09:00:00') }, at(time));
    expect(quota('20T09:00:01')).toEqual({
      limit: 10,
      used: 2,
      left: 0,
      nextFreeAt: at('20T10:00:00'),
      nextFree: 1,
      allFreeAt: at('21T05:15:02'),
      isRefusing: true,
    });
    expect(quota('20T10:00:00')).toMatchObject({ left: 8, isRefusing: false });
  });

  it('no call is free until our oldest one is a day old, if that is sooner', () => {
    const quota = (time: string) =>
      rollingQuota({ countedAt, refusedAt: at('21T05:10:00') }, at(time));
    expect(quota('21T05:11:00')).toMatchObject({ left: 0, nextFreeAt: at('21T05:15:00') });
    expect(quota('21T05:15:00')).toMatchObject({ left: 9, isRefusing: false });
  });

  it('no call is free for a minute when ours had just turned a day old: clocks differ', () => {
    const refusedAt = at('21T05:15:01');
    const quota = (time: string) => rollingQuota({ countedAt, refusedAt }, at(time));
    expect(quota('21T05:15:02')).toMatchObject({ left: 0, nextFreeAt: at('21T05:16:01') });
    expect(quota('21T05:16:01')).toMatchObject({ left: 10, isRefusing: false });
  });
});

describe('calls made whenever the quota has one left', () => {
  it('never exceed ten in any 24 hours, nor on any UTC day', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 5 * 3600 }), { maxLength: 120 });
    fc.assert(
      fc.property(gaps, (seconds) => {
        const made: Date[] = [];
        let now = at('20T00:00:00').getTime();
        for (const gap of seconds) {
          now += gap * 1000;
          const { left } = rollingQuota({ countedAt: made, refusedAt: null }, new Date(now));
          if (left > 0) made.push(new Date(now));
        }
        for (const call of made) {
          const inWindow = made.filter((other) => {
            const age = call.getTime() - other.getTime();
            return age >= 0 && age < 86_400_000;
          });
          expect(inWindow.length).toBeLessThanOrEqual(10);
        }
        const perDay = Map.groupBy(made, (call) => call.toISOString().slice(0, 10));
        for (const ofDay of perDay.values()) expect(ofDay.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
