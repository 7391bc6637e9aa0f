import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHANGE_CONFIDENCE,
  Z_TWO_SIDED_95,
  zOfComparisons,
} from '../../src/statistics/confidence.ts';
import { Z_OF_SIGNALS } from '../../src/weekly-report/changes/rate-change.ts';
import type { Share } from '../../src/statistics/newcombe.ts';
import { differenceInterval } from '../../src/statistics/newcombe.ts';
import { upperNormalQuantile } from '../../src/statistics/normal-quantile.ts';
import { wilsonInterval, wilsonLowerBound } from '../../src/statistics/wilson.ts';

const shares: fc.Arbitrary<Share> = fc
  .integer({ min: 1, max: 20_000 })
  .chain((sessions) =>
    fc.record({ affected: fc.integer({ min: 0, max: sessions }), sessions: fc.constant(sessions) }),
  );
const zs = fc.double({ min: 0.5, max: 6, noNaN: true });

const of = (affected: number, sessions: number): Share => ({ affected, sessions });

describe('the normal quantile', () => {
  // Values of the standard normal distribution, by Python's statistics.NormalDist.
  it.each([
    [0.05, 1.6448536269514726],
    [0.025, 1.9599639845400538],
    [0.005, 2.5758293035489],
    [0.01 / 12, 3.14398028706908],
    [0.01 / 168, 3.8480790983635687],
    [1e-10, 6.361340902404056],
  ])('of the upper tail %d is %d', (tail, z) => {
    expect(upperNormalQuantile(tail)).toBeCloseTo(z, 12);
  });

  it.each([0.5, 0.076, 0, 1e-12, -1, NaN])(
    'is refused of the tail %d, which it is not for',
    (tail) => {
      expect(() => upperNormalQuantile(tail)).toThrow(RangeError);
    },
  );

  it('grows with the comparisons that hold together', () => {
    expect(CHANGE_CONFIDENCE).toBe(0.99);
    expect(Z_OF_SIGNALS).toBeCloseTo(3.144, 3);
    expect(zOfComparisons(1)).toBeCloseTo(2.5758, 4);
    expect(zOfComparisons(60_000)).toBeGreaterThan(zOfComparisons(6));
  });
});

describe('the Wilson lower bound', () => {
  // The bound is the root p < share of (share - p)^2 = z^2 p (1 - p) / n, which is how Wilson defines it.
  it.each([
    [1, 10],
    [10, 100],
    [50, 100],
    [100, 100],
    [3, 2000],
  ])('of %i in %i solves its defining equation', (affected, sessions) => {
    const bound = wilsonLowerBound(affected, sessions);
    const share = affected / sessions;
    expect(bound).toBeLessThan(share);
    expect((share - bound) ** 2).toBeCloseTo((1.6448536 ** 2 * bound * (1 - bound)) / sessions, 9);
  });

  it('proves nothing by no affected session, however many there are', () => {
    const bounds = Array.from({ length: 5000 }, (_, sessions) => wilsonLowerBound(0, sessions));
    expect(bounds.filter((bound) => bound !== 0)).toEqual([]);
  });

  it('is the lower end of the interval at its z, and lower at a greater one', () => {
    expect(wilsonLowerBound(3, 40)).toBe(wilsonInterval(3, 40, 1.6448536269514722).low);
    expect(wilsonLowerBound(3, 40, 2.5758)).toBeLessThan(wilsonLowerBound(3, 40));
  });

  it('is zero without sessions and never leaves 0..1', () => {
    expect(wilsonLowerBound(0, 0)).toBe(0);
    expect(wilsonLowerBound(12, 10)).toBeLessThanOrEqual(1);
  });
});

describe('the Wilson interval', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %d to %d at 95 %', (affected, sessions, low, high) => {
    const interval = wilsonInterval(affected, sessions, Z_TWO_SIDED_95);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds the share, lies in 0..1 and mirrors with what is counted', () => {
    fc.assert(
      fc.property(shares, zs, ({ affected, sessions }, z) => {
        const { low, high } = wilsonInterval(affected, sessions, z);
        const mirrored = wilsonInterval(sessions - affected, sessions, z);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(affected / sessions);
        expect(high).toBeGreaterThanOrEqual(affected / sessions);
        expect(high).toBeLessThanOrEqual(1);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
      }),
    );
  });

  it('knows nothing without sessions', () => {
    expect(wilsonInterval(0, 0, 1.96)).toEqual({ low: 0, high: 1 });
  });
});

describe("Newcombe's interval of a difference", () => {
  // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10: the first share minus the second.
  it.each([
    [of(56, 70), of(48, 80), 0.0524, 0.3339],
    [of(9, 10), of(3, 10), 0.1705, 0.809],
    [of(6, 7), of(2, 7), 0.0582, 0.8062],
    [of(5, 56), of(0, 29), -0.0381, 0.1926],
    [of(0, 10), of(0, 20), -0.1611, 0.2775],
    [of(0, 10), of(0, 10), -0.2775, 0.2775],
    [of(10, 10), of(0, 20), 0.6791, 1],
    [of(10, 10), of(0, 10), 0.6075, 1],
  ])('of %o against %o is %d to %d at 95 %', (first, second, low, high) => {
    const interval = differenceInterval(second, first, Z_TWO_SIDED_95);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds the difference and lies in -1..1', () => {
    fc.assert(
      fc.property(shares, shares, zs, (a, b, z) => {
        const { low, high } = differenceInterval(a, b, z);
        const difference = b.affected / b.sessions - a.affected / a.sessions;
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('turns round with its sides, and proves nothing between equal ones', () => {
    fc.assert(
      fc.property(shares, shares, zs, (a, b, z) => {
        const [there, back] = [differenceInterval(a, b, z), differenceInterval(b, a, z)];
        expect(back.low).toBeCloseTo(-there.high, 12);
        expect(back.high).toBeCloseTo(-there.low, 12);
        const same = differenceInterval(a, a, z);
        expect(same.low).toBeLessThanOrEqual(0);
        expect(same.high).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('narrows with more of the same, and widens with z', () => {
    fc.assert(
      fc.property(shares, shares, zs, (a, b, z) => {
        const width = (some: Share, other: Share, at: number): number => {
          const { low, high } = differenceInterval(some, other, at);
          return high - low;
        };
        const times9 = ({ affected, sessions }: Share) => of(affected * 9, sessions * 9);
        expect(width(times9(a), times9(b), z)).toBeLessThan(width(a, b, z));
        expect(width(a, b, z + 0.1)).toBeGreaterThan(width(a, b, z));
      }),
    );
  });
});
