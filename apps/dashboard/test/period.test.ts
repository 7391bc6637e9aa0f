import { describe, expect, it } from 'vitest';
import { isDay, isSamePeriod, parsePeriod, periodParameters } from '../src/address/period.ts';

describe('parsePeriod', () => {
  it.each([
    ['days=7', { days: 7 }],
    ['days=3660', { days: 3660 }],
    ['from=2026-11-01&to=2026-11-07', { from: '2026-11-01', to: '2026-11-07' }],
    ['from=2026-11-01&to=2026-11-01', { from: '2026-11-01', to: '2026-11-01' }],
    ['from=2026-11-01&to=2026-11-07&days=90', { from: '2026-11-01', to: '2026-11-07' }],
  ])('understands %s', (query, period) => {
    expect(parsePeriod(new URLSearchParams(query))).toEqual(period);
  });

  it.each([
    '',
    'days=0',
    'days=-7',
    'days=7.5',
    'days=3661',
    'days=many',
    'days=',
    'from=2026-11-07&to=2026-11-01',
    'from=2026-02-30&to=2026-03-01',
    'from=2026-11-01',
    'to=2026-11-07',
    'from=1 Nov&to=7 Nov',
  ])('takes 28 days for %j', (query) => {
    expect(parsePeriod(new URLSearchParams(query))).toEqual({ days: 28 });
  });
});

describe('periodParameters', () => {
  it('leaves the default out', () => {
    expect(periodParameters({ days: 28 })).toEqual([]);
    expect(periodParameters({ days: 7 })).toEqual([['days', '7']]);
  });
});

describe('isSamePeriod', () => {
  it('tells days from a span, and spans from each other', () => {
    const span = { from: '2026-11-01', to: '2026-11-07' };
    expect(isSamePeriod({ days: 7 }, { days: 7 })).toBe(true);
    expect(isSamePeriod({ days: 7 }, span)).toBe(false);
    expect(isSamePeriod(span, { ...span })).toBe(true);
    expect(isSamePeriod(span, { ...span, to: '2026-11-08' })).toBe(false);
  });
});

describe('isDay', () => {
  it('knows the calendar', () => {
    expect(['2028-02-29', '2026-12-31'].map(isDay)).toEqual([true, true]);
    expect(['2027-02-29', '2026-13-01', '2026-1-1', '2026-11-01T00:00'].map(isDay)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
