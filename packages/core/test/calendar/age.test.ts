import { describe, expect, it } from 'vitest';
import { instantAfter, instantBefore, parseAge } from '../../src/index.ts';

describe('parseAge', () => {
  it.each([
    ['400d', { days: 400 }],
    ['18m', { months: 18 }],
    ['2y', { years: 2 }],
    [' 7D ', { days: 7 }],
    ['0d', { days: 0 }],
  ])('reads %j', (text, age) => {
    expect(parseAge(text)).toEqual(age);
  });

  it.each(['', '400', 'd', '-5d', '1.5y', '1e3d', '12345d', '4w', '1y 2m', '٤d', 'P1Y'])(
    'refuses %j',
    (text) => {
      expect(parseAge(text)).toBeNull();
    },
  );
});

describe('instantBefore', () => {
  const before = (now: string, age: string) => {
    const parsed = parseAge(age);
    return parsed === null ? null : instantBefore(new Date(now), parsed).toISOString();
  };

  it.each([
    ['2026-11-24T05:15:30.250Z', '400d', '2025-10-20T05:15:30.250Z'],
    ['2026-11-24T05:15:00Z', '18m', '2025-05-24T05:15:00.000Z'],
    ['2026-11-24T05:15:00Z', '2y', '2024-11-24T05:15:00.000Z'],
    ['2027-03-31T12:00:00Z', '1m', '2027-02-28T12:00:00.000Z'],
    ['2028-02-29T12:00:00Z', '1y', '2027-02-28T12:00:00.000Z'],
    ['2026-11-24T00:00:00Z', '0d', '2026-11-24T00:00:00.000Z'],
  ])('from %s, %s ago is %s', (now, age, then) => {
    expect(before(now, age)).toBe(then);
  });

  it('has a date for the greatest age that can be written', () => {
    expect(before('2026-11-24T00:00:00Z', '9999y')).toMatch(/^-00\d{4}-/);
  });
});

describe('instantAfter', () => {
  it.each([
    ['2026-11-24T05:15:30.250Z', { days: 90 }, '2027-02-22T05:15:30.250Z'],
    ['2027-01-31T12:00:00Z', { months: 1 }, '2027-02-28T12:00:00.000Z'],
    ['2028-02-29T12:00:00Z', { years: 1 }, '2029-02-28T12:00:00.000Z'],
  ])('from %s, in %j it is %s', (now, age, then) => {
    expect(instantAfter(new Date(now), age).toISOString()).toBe(then);
  });
});
