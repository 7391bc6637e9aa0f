import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnsweredWindow, NumOfDays } from '../../src/index.ts';
import { pairKey, resolveDays, windowPairs } from '../../src/index.ts';

let nextId = 0;

function aWindow(end: string, window: Partial<AnsweredWindow> = {}): AnsweredWindow {
  nextId += 1;
  return { callId: nextId, numOfDays: 1, windowEnd: new Date(end), truncated: false, ...window };
}

/** Days with their state and method, and hours of the day covered. */
function resolved(windows: readonly AnsweredWindow[], timeZone = 'UTC') {
  return [...resolveDays(windows, { timeZone }).values()].map(
    ({ day, state, method, overlapSeconds }) =>
      `${day} ${state} ${method} ${Math.round(overlapSeconds / 360) / 10}`,
  );
}

const wider = (end: string, numOfDays: NumOfDays, window: Partial<AnsweredWindow> = {}) =>
  aWindow(end, { numOfDays, ...window });

describe('the day of a window', () => {
  it('is the one it overlaps most', () => {
    expect(resolved([aWindow('2026-11-20T05:00:00Z')])).toEqual(['2026-11-19 complete direct 19']);
    expect(resolved([aWindow('2026-11-20T15:00:00Z')])).toEqual(['2026-11-20 complete direct 15']);
  });

  it('is complete when the window covers all of it but ten hours, and estimated otherwise', () => {
    expect(resolved([aWindow('2026-11-20T10:00:00Z')])).toEqual(['2026-11-19 complete direct 14']);
    expect(resolved([aWindow('2026-11-20T10:01:00Z')])).toEqual(['2026-11-19 estimated direct 14']);
    expect(resolved([aWindow('2026-11-20T12:27:00Z')])).toEqual([
      '2026-11-20 estimated direct 12.5',
    ]);
    expect(resolved([aWindow('2026-11-20T13:59:00Z')])).toEqual(['2026-11-20 estimated direct 14']);
    expect(resolved([aWindow('2026-11-20T14:00:00Z')])).toEqual(['2026-11-20 complete direct 14']);
  });

  it('is complete at the same hour where the clocks are changed', () => {
    const at = (utc: string) => resolved([aWindow(utc)], 'Europe/Berlin');
    expect(at('2026-03-30T03:15:00Z')).toEqual(['2026-03-29 complete direct 18.8']);
    expect(at('2026-10-26T04:15:00Z')).toEqual(['2026-10-25 complete direct 18.8']);
  });

  it('has 23 and 25 hours where the clocks are changed', () => {
    const midnight = (utc: string) => resolved([aWindow(utc)], 'Europe/Berlin');
    expect(midnight('2026-03-29T22:00:00Z')).toEqual(['2026-03-29 complete direct 23']);
    expect(midnight('2026-10-25T23:00:00Z')).toEqual(['2026-10-25 complete direct 24']);
  });
});

describe('two windows of one day', () => {
  it('leave it to the one that covers more of it, the later on a tie', () => {
    const early = aWindow('2026-11-20T05:00:00Z');
    const late = aWindow('2026-11-20T08:00:00Z');
    expect(resolveDays([late, early], { timeZone: 'UTC' }).get('2026-11-19')?.callId).toBe(
      early.callId,
    );
    const again = aWindow('2026-11-20T05:00:00Z');
    expect(resolveDays([again, early], { timeZone: 'UTC' }).get('2026-11-19')?.callId).toBe(
      again.callId,
    );
  });

  it('leave it to the one that was not cut, however little it covers', () => {
    const cut = aWindow('2026-11-20T01:00:00Z', { truncated: true });
    const whole = aWindow('2026-11-20T10:00:00Z');
    expect(resolved([cut])).toEqual(['2026-11-19 truncated direct 23']);
    expect(resolved([cut, whole])).toEqual(['2026-11-19 complete direct 14']);
  });

  it('are an estimate when one shares more than three hours with the day before', () => {
    const before = aWindow('2026-11-20T05:00:00Z');
    expect(resolved([before, aWindow('2026-11-21T02:30:00Z')])).toEqual([
      '2026-11-19 complete direct 19',
      '2026-11-20 complete direct 21.5',
    ]);
    expect(resolved([before, aWindow('2026-11-20T23:00:00Z')])).toEqual([
      '2026-11-19 complete direct 19',
      '2026-11-20 estimated direct 23',
    ]);
  });
});

describe('a window that shares hours with the day before', () => {
  const before = aWindow('2026-11-20T05:00:00Z');
  const evening = aWindow('2026-11-20T22:00:00Z');

  it('has the day until another one tells more that is new', () => {
    expect(resolved([before, evening])[1]).toBe('2026-11-20 estimated direct 22');
    expect(resolved([before, evening, aWindow('2026-11-21T05:00:00Z')])[1]).toBe(
      '2026-11-20 complete direct 19',
    );
  });

  it('has no day when it is nearly all counted on the day before', () => {
    const late = aWindow('2026-11-20T07:30:00Z');
    expect(resolved([late, aWindow('2026-11-20T13:29:00Z')])).toHaveLength(1);
    expect(resolved([late, aWindow('2026-11-20T13:30:00Z')])).toEqual([
      '2026-11-19 complete direct 16.5',
      '2026-11-20 estimated direct 13.5',
    ]);
  });

  it('has it when nothing is counted on the day before', () => {
    expect(resolved([evening, aWindow('2026-11-21T05:00:00Z')])).toEqual([
      '2026-11-20 complete direct 22',
    ]);
  });
});

describe('the difference of windows', () => {
  it('is the day before, and the one before that', () => {
    const now = '2026-11-20T05:00:00Z';
    expect(resolved([aWindow(now), wider(now, 2), wider(now, 3)])).toEqual([
      '2026-11-17 estimated differenced 19',
      '2026-11-18 estimated differenced 19',
      '2026-11-19 complete direct 19',
    ]);
  });

  it('is not made of answers a quarter of an hour apart or more', () => {
    const narrow = aWindow('2026-11-20T05:00:00Z');
    const pairs = (end: string) => windowPairs([narrow, wider(end, 2)]).length;
    expect(pairs('2026-11-20T05:15:00Z')).toBe(1);
    expect(pairs('2026-11-20T05:15:01Z')).toBe(0);
    expect(pairs('2026-11-20T04:45:00Z')).toBe(1);
    expect(pairs('2026-11-20T04:44:59Z')).toBe(0);
  });

  it('is made with the nearest narrower answer', () => {
    const far = aWindow('2026-11-20T05:00:00Z');
    const near = aWindow('2026-11-20T05:09:00Z');
    const [pair] = windowPairs([near, far, wider('2026-11-20T05:10:00Z', 2)]);
    expect(pair?.narrow.callId).toBe(near.callId);
  });

  it.each([1, 2] as const)('is not made when the answer over %i days was cut', (cut) => {
    const now = '2026-11-20T05:00:00Z';
    const windows = [
      aWindow(now, { truncated: cut === 1 }),
      wider(now, 2, { truncated: cut === 2 }),
    ];
    expect(windowPairs(windows)).toEqual([]);
  });

  it('takes a day from a direct window only when it covers more than an hour more of it', () => {
    const later = '2026-11-21T03:30:00Z';
    const differenced = [aWindow(later), wider(later, 2)];
    const dayBefore = (end: string) => resolved([aWindow(end), ...differenced])[0];
    expect(dayBefore('2026-11-20T04:00:00Z')).toBe('2026-11-19 complete direct 20');
    expect(dayBefore('2026-11-20T05:30:00Z')).toBe('2026-11-19 estimated differenced 20.5');
  });

  it('is left out when it turned out to be impossible', () => {
    const now = '2026-11-20T05:00:00Z';
    const windows = [aWindow(now), wider(now, 2)];
    const [pair] = windowPairs(windows);
    const refused = new Set(
      pair === undefined ? [] : [pairKey(pair.wide.callId, pair.narrow.callId)],
    );
    expect([...resolveDays(windows, { timeZone: 'UTC', refused }).keys()]).toEqual(['2026-11-19']);
  });
});

const hour = 3_600_000;
const someWindows = fc.array(
  fc.record({
    callId: fc.nat(),
    numOfDays: fc.constantFrom<NumOfDays>(1, 2, 3),
    windowEnd: fc
      .integer({ min: 0, max: 24 * 10 })
      .map((hours) => new Date(Date.parse('2026-03-25T00:00:00Z') + hours * hour)),
    truncated: fc.boolean(),
  }),
  { maxLength: 30 },
);

describe('whatever windows were answered', () => {
  it('gives the same days in whatever order they are looked at', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(), { minLength: 30, maxLength: 30 }),
        someWindows,
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
        (ids, windows, timeZone) => {
          const calls = windows.map((window, index) => ({ ...window, callId: ids[index] ?? 0 }));
          const days = [...resolveDays(calls, { timeZone })];
          expect([...resolveDays(calls.toReversed(), { timeZone })]).toEqual(days);
        },
      ),
    );
  });

  it('never lets two complete days next to each other share more than three hours', () => {
    fc.assert(
      fc.property(someWindows, (windows) => {
        const days = [...resolveDays(windows, { timeZone: 'UTC' }).values()];
        for (const [index, day] of days.entries()) {
          const before = days[index - 1];
          if (before === undefined || day.state !== 'complete') continue;
          const shared = before.windowEnd.getTime() - (day.windowEnd.getTime() - 24 * hour);
          expect(shared).toBeLessThanOrEqual(3 * hour);
        }
      }),
    );
  });
});
