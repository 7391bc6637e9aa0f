import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSignalWeights, forEachSignal, signals } from '../../../src/index.ts';
import { verdictOf } from '../../../src/weekly-report/changes/page-change.ts';
import {
  heldTo,
  netChange,
  provenChange,
  rateChange,
  signalChanges,
  strongestSignal,
  Z_OF_SIGNALS,
} from '../../../src/weekly-report/changes/rate-change.ts';
import { someSums } from '../../support/a-week.ts';

const share = (affected: number | null, knownSessions: number) => ({ affected, knownSessions });

const someShare = fc
  .integer({ min: 30, max: 20_000 })
  .chain((sessions) =>
    fc.integer({ min: 0, max: sessions }).map((affected) => share(affected, sessions)),
  );

describe('a change of a share', () => {
  it.each([
    ['a side is unknown', share(null, 400), share(40, 400)],
    ['the other is', share(40, 400), share(null, 400)],
    ['there was too little before', share(9, 29), share(40, 400)],
    ['there is too little now', share(40, 400), share(9, 29)],
  ])('is none when %s', (_, before, after) => {
    expect(rateChange(before, after, Z_OF_SIGNALS)).toBeNull();
  });

  it('has both sides and what is proven of their difference', () => {
    expect(rateChange(share(8, 400), share(60, 400), Z_OF_SIGNALS)).toMatchObject({
      before: { affected: 8, sessions: 400, rate: 0.02 },
      after: { affected: 60, sessions: 400, rate: 0.15 },
      verdict: 'worse',
    });
  });

  it('turns round with its sides', () => {
    const turned = { worse: 'better', better: 'worse', 'no-clear-change': 'no-clear-change' };
    fc.assert(
      fc.property(someShare, someShare, (a, b) => {
        const there = rateChange(a, b, Z_OF_SIGNALS);
        const back = rateChange(b, a, Z_OF_SIGNALS);
        expect(back?.verdict).toBe(turned[there?.verdict ?? 'worse']);
        expect(back?.low).toBeCloseTo(-(there?.high ?? 0), 12);
      }),
    );
  });

  it('is never proven by more at a stricter z', () => {
    fc.assert(
      fc.property(someShare, someShare, (a, b) => {
        const change = rateChange(a, b, Z_OF_SIGNALS);
        fc.pre(change !== null);
        const strict = heldTo(Z_OF_SIGNALS + 1, change);
        expect(strict.low).toBeLessThanOrEqual(change.low);
        expect(strict.high).toBeGreaterThanOrEqual(change.high);
        expect([change.verdict, 'no-clear-change']).toContain(strict.verdict);
      }),
    );
  });
});

describe('what a change is proven to be', () => {
  it('counts sessions by the bound nearest to zero, with its sign', () => {
    const worse = rateChange(share(8, 400), share(60, 400), Z_OF_SIGNALS);
    expect(provenChange(worse, 3)).toBeCloseTo(3 * 400 * (worse?.low ?? 0), 9);
    const better = rateChange(share(60, 400), share(8, 400), Z_OF_SIGNALS);
    expect(provenChange(better, 2)).toBeCloseTo(2 * 400 * (better?.high ?? 0), 9);
    expect(provenChange(rateChange(share(9, 400), share(9, 400), 3), 3)).toBe(0);
    expect(provenChange(null, 3)).toBe(0);
  });

  it('is never more than what is seen', () => {
    fc.assert(
      fc.property(someShare, someShare, (a, b) => {
        const change = rateChange(a, b, Z_OF_SIGNALS);
        fc.pre(change !== null);
        const seen = change.after.sessions * (change.after.rate - change.before.rate);
        const proven = provenChange(change, 1);
        expect(Math.abs(proven)).toBeLessThanOrEqual(Math.abs(seen) + 1e-9);
        expect(proven * seen).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('of all signals is their sum, and gives the verdict its sign', () => {
    const affected = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(affected, affected, (then, now) => {
        const sums = (counts: readonly number[]) =>
          someSums(
            400,
            forEachSignal((signal) => counts[signals.indexOf(signal)] ?? 0),
          );
        const changes = signalChanges(sums(then), sums(now), Z_OF_SIGNALS);
        const net = netChange(changes, defaultSignalWeights);
        const { verdict, signal } = verdictOf(changes, defaultSignalWeights);
        expect(verdict).toBe(net > 0 ? 'worse' : net < 0 ? 'better' : 'no-clear-change');
        expect(signal === null).toBe(net === 0);
        // The signal that is named went the way of the verdict.
        expect(signal === null ? verdict : changes[signal]?.verdict).toBe(verdict);
      }),
    );
  });
});

it('finds the strongest signal, the first of several alike, and none without any strength', () => {
  expect(strongestSignal((signal) => (signal === 'deadClicks' ? 2 : 1))).toBe('deadClicks');
  expect(strongestSignal(() => 1)).toBe('rageClicks');
  expect(strongestSignal(() => 0)).toBeNull();
  expect(strongestSignal(() => -1)).toBeNull();
});
