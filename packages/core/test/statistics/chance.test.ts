import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfShare } from '../../src/statistics/chance-of-share.ts';
import { logLikelihood } from '../../src/statistics/log-likelihood.ts';

/** How likely a binomial variable is to be at least this large, added up term by term. */
function exactTail(affected: number, sessions: number, expected: number): number {
  let term = (1 - expected) ** sessions;
  let below = 0;
  for (let count = 0; count < affected; count += 1) {
    below += term;
    term *= ((sessions - count) / (count + 1)) * (expected / (1 - expected));
  }
  return 1 - below;
}

describe('the chance of a share', () => {
  it.each([
    [5, 100, 0.01],
    [12, 60, 0.05],
    [3, 10, 0.02],
    [40, 200, 0.1],
    [10, 10, 0.5],
  ])(
    'of %i in %i, where %d is expected, is no less than it exactly is',
    (affected, n, expected) => {
      const bound = chanceOfShare({ rate: affected / n, sessions: n }, expected);
      expect(bound).toBeGreaterThanOrEqual(exactTail(affected, n, expected));
      expect(bound).toBeLessThan(1);
    },
  );

  it('is an upper bound whatever the numbers are', () => {
    const cases = fc.record({
      sessions: fc.integer({ min: 1, max: 300 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      expected: fc.double({ min: 0.001, max: 0.6, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ sessions, share, expected }) => {
        const affected = Math.round(share * sessions);
        const bound = chanceOfShare({ rate: affected / sessions, sessions }, expected);
        expect(bound).toBeGreaterThanOrEqual(exactTail(affected, sessions, expected) - 1e-9);
        expect(bound).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is certain at or below what is expected, and none where nothing is', () => {
    expect(chanceOfShare({ rate: 0.05, sessions: 1_000 }, 0.05)).toBe(1);
    expect(chanceOfShare({ rate: 0.01, sessions: 1_000 }, 0.05)).toBe(1);
    expect(chanceOfShare({ rate: 0.01, sessions: 1_000 }, 0)).toBe(0);
  });

  it('falls with more sessions and with a larger share', () => {
    const chance = (rate: number, sessions: number) => chanceOfShare({ rate, sessions }, 0.05);
    expect(chance(0.1, 200)).toBeLessThan(chance(0.1, 100));
    expect(chance(0.2, 100)).toBeLessThan(chance(0.1, 100));
  });
});

describe('the likelihood of a share under its own rate', () => {
  it('is certain where all or none are affected', () => {
    expect(logLikelihood({ affected: 0, sessions: 50 })).toBe(0);
    expect(logLikelihood({ affected: 50, sessions: 50 })).toBeCloseTo(0, 12);
    expect(logLikelihood({ affected: 0, sessions: 0 })).toBe(0);
  });

  it('is that of a fair coin where half are', () => {
    expect(logLikelihood({ affected: 5, sessions: 10 })).toBeCloseTo(10 * Math.log(0.5), 12);
  });

  it('never falls when sessions are told apart', () => {
    const share = fc.integer({ min: 1, max: 5_000 }).chain((sessions) =>
      fc.record({
        affected: fc.integer({ min: 0, max: sessions }),
        sessions: fc.constant(sessions),
      }),
    );
    fc.assert(
      fc.property(share, share, (a, b) => {
        const both = { affected: a.affected + b.affected, sessions: a.sessions + b.sessions };
        const apart = logLikelihood(a) + logLikelihood(b);
        expect(apart).toBeGreaterThanOrEqual(logLikelihood(both) - 1e-6);
      }),
    );
  });
});
