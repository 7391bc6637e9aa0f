import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byteSize,
  compactCount,
  counted,
  decimal,
  impactText,
  integer,
  percent,
  plainPercent,
  points,
  rate,
  rateBounds,
  roughly,
  seconds,
  signed,
  signedPoints,
  times,
  UNKNOWN,
} from '../../src/index.ts';

describe('numbers', () => {
  it.each([
    [integer(0), '0'],
    [integer(999), '999'],
    [integer(1_000), '1,000'],
    [integer(1_234_567), '1,234,567'],
    [integer(2 ** 40), '1,099,511,627,776'],
    [integer(12.5), '13'],
    [decimal(0), '0.0'],
    [decimal(0.04), '0.0'],
    [decimal(0.05), '0.1'],
    [decimal(9.95), '10.0'],
    [decimal(1_234.56), '1,234.6'],
    [decimal(-1.25), '-1.3'],
    [decimal(-0.04), '0.0'],
    [rate(0), '0.0%'],
    [rate(1), '100.0%'],
    [rate(0.1485), '14.9%'],
    [rate(0.145), '14.5%'],
    [rate(1 / 3), '33.3%'],
    [rate(0.00049), '0.0%'],
    [rate(1e-9), '0.0%'],
    [percent(62), '62.0%'],
    [percent(14.85), '14.9%'],
    [rateBounds({ low: 0.169, high: 0.212 }), '16.9–21.2%'],
    [points(-0.2012), '20.1'],
    [signedPoints(-0.2012), '−20.1'],
    [signedPoints(0.025), '+2.5'],
    [signedPoints(-0.0001), '0.0'],
    [signed(3.45), '+3.5'],
    [times(3.05), '3.1x'],
    [impactText(0), '0.0'],
    [impactText(9.94), '9.9'],
    [impactText(9.96), '10'],
    [impactText(123.4), '123'],
    [seconds(0), '0 s'],
    [seconds(59.4), '59 s'],
    [seconds(59.5), '1 min'],
    [seconds(65), '1 min 5 s'],
    [seconds(86_400), '1,440 min'],
    [counted(0, 'session'), '0 sessions'],
    [counted(1, 'session'), '1 session'],
    [counted(1_234, 'session'), '1,234 sessions'],
    [counted(2, 'country', 'countries'), '2 countries'],
    [byteSize(0), '0 B'],
    [byteSize(999), '999 B'],
    [byteSize(1_000), '1.0 kB'],
    [byteSize(4_200_000), '4.2 MB'],
    [byteSize(999_940), '999.9 kB'],
    [byteSize(999_960), '1.0 MB'],
    [byteSize(3e15), '3,000.0 TB'],
    [compactCount(0), '0'],
    [compactCount(999), '999'],
    [compactCount(1_000), '1.0k'],
    [compactCount(12_345), '12.3k'],
    [compactCount(999_960), '1.0M'],
    [compactCount(4e12), '4,000.0B'],
    [roughly(42), '42'],
    [roughly(4_123_456), '4,120,000'],
    [plainPercent(99), '99%'],
    [plainPercent(2.5), '2.5%'],
    [plainPercent(0), '0%'],
    [plainPercent(100), '100%'],
  ])('reads %s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it.each([integer, decimal, rate, percent, seconds, impactText])(
    'says so where nothing is known: %o',
    (words) => {
      expect(words(null)).toBe(UNKNOWN);
      expect(words(null, '-')).toBe('-');
    },
  );

  it('rounds a rate and the same percentage to the same digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (millionths) => {
        expect(rate(millionths / 1_000_000)).toBe(percent(millionths / 10_000));
      }),
    );
  });

  it('rounds every half up, whatever its nearest binary number is', () => {
    for (let half = 5; half < 10_000; half += 10) {
      const expected = `${Math.floor(half / 100)}.${Math.ceil((half % 100) / 10)}`
        .replace(/\.10$/, '.0')
        .replace(/^(\d+)\.0$/, (_, whole: string) => `${Number(whole) + 1}.0`);
      expect(percent(half / 100)).toBe(`${expected}%`);
      expect(rate(half / 10_000)).toBe(`${expected}%`);
    }
  });

  it('groups digits as the locale of the texts does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (value) => {
        expect(integer(value)).toBe(value.toLocaleString('en-US'));
      }),
    );
  });
});
