import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignalSums } from '../../../src/index.ts';
import { defaultSignalWeights, signals } from '../../../src/index.ts';
import {
  isOfOneBrowser,
  topBrowsers,
} from '../../../src/weekly-report/contrasts/browser-contrasts.ts';
import {
  candidatesOf,
  contrastsOf,
  isClearlyMore,
} from '../../../src/weekly-report/contrasts/contrast.ts';
import { someSums } from '../../support/a-week.ts';

type Group = { name: string; sums: SignalSums };

const group = (name: string, sessions: number, rageClicks: number): Group => ({
  name,
  sums: someSums(sessions, { rageClicks }),
});

const namesOf = (groups: Group[]) =>
  contrastsOf(candidatesOf(groups, ['rageClicks'])).map(({ name }) => name);

describe('a group of sessions', () => {
  it('stands out where a signal is provably and clearly more frequent', () => {
    const [contrast] = contrastsOf(
      candidatesOf([group('Mobile', 400, 80), group('PC', 600, 12)], ['rageClicks']),
    );
    expect(contrast).toMatchObject({
      name: 'Mobile',
      signal: 'rageClicks',
      affected: 80,
      sessions: 400,
      rate: 0.2,
      otherRate: 0.02,
    });
    expect(contrast?.low).toBeGreaterThan(0);
    expect(contrast?.high).toBeGreaterThan(0.18);
  });

  it.each<[string, Group[]]>([
    ['that is as bad elsewhere', [group('a', 900, 90), group('b', 900, 88)]],
    ['with too few sessions of its own', [group('a', 29, 29), group('b', 900, 9)]],
    ['with too few others', [group('a', 900, 300), group('b', 29, 0)]],
    ['that is alone', [group('a', 900, 300)]],
    ['that chance may have made', [group('a', 60, 6), group('b', 60, 1)]],
    // Proven on a busy site, and of no use to anybody.
    ['with less than half as much again', [group('a', 40_000, 5_800), group('b', 40_000, 4_000)]],
    ['without anything affected', [group('a', 900, 0), group('b', 900, 0)]],
  ])('%s does not', (_, groups) => {
    expect(namesOf(groups)).toEqual([]);
  });

  it('is held against all others together', () => {
    const groups = [group('Edge', 200, 60), group('Chrome', 600, 12), group('Safari', 200, 4)];
    expect(namesOf(groups)).toEqual(['Edge']);
    const [contrast] = contrastsOf(candidatesOf(groups, ['rageClicks']));
    expect(contrast?.otherRate).toBe(16 / 800);
  });

  it('is not compared by a signal that is unknown in it', () => {
    const unknown = group('a', 900, 0);
    unknown.sums = {
      ...unknown.sums,
      signals: { ...unknown.sums.signals, rageClicks: { affected: null, knownSessions: 0 } },
    };
    expect(candidatesOf([unknown, group('b', 900, 90)], ['rageClicks'])).toEqual([]);
  });

  it('needs more proof the more is compared', () => {
    const pair = [group('a', 300, 36), group('b', 300, 12)];
    const crowd = Array.from({ length: 60 }, (_, index) => group(`c${index}`, 30, 2));
    expect(namesOf(pair)).toEqual(['a']);
    const spread = candidatesOf([...pair, ...crowd], signals);
    expect(contrastsOf(spread).map(({ name }) => name)).not.toContain('a');
  });

  it('is never two of two, whatever the numbers are', () => {
    const counts = fc.integer({ min: 30, max: 5_000 }).chain((sessions) =>
      fc.record({
        sessions: fc.constant(sessions),
        affected: fc.integer({ min: 0, max: sessions }),
      }),
    );
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const names = namesOf([
          group('a', a.sessions, a.affected),
          group('b', b.sessions, b.affected),
        ]);
        expect(names.length).toBeLessThanOrEqual(1);
        const [first, second] = [a.affected / a.sessions, b.affected / b.sessions];
        expect(names).not.toContain(first > second ? 'b' : 'a');
      }),
    );
  });
});

it('is clearly more only from half as much again', () => {
  const share = (affected: number) => ({ affected, sessions: 1_024 });
  const proven = { low: 0.001, high: 0.1 };
  expect(isClearlyMore(share(384), share(256), proven)).toBe(true);
  expect(isClearlyMore(share(383), share(256), proven)).toBe(false);
  expect(isClearlyMore(share(900), share(100), { low: 0, high: 1 })).toBe(false);
});

describe('browsers', () => {
  const weights = defaultSignalWeights;

  it('are three at most, those with most proven sessions first, and named where they are not', () => {
    const browsers = [
      { browser: 'Chrome', sums: someSums(20_000, { scriptErrors: 100, deadClicks: 100 }) },
      { browser: 'Safari', sums: someSums(2_000, { scriptErrors: 600 }) },
      { browser: '', sums: someSums(500, { scriptErrors: 150, deadClicks: 140 }) },
      { browser: 'Edge', sums: someSums(300, { deadClicks: 90 }) },
    ];
    const found = topBrowsers({ browsers, weights });
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ browser: 'Safari', signal: 'scriptErrors', affected: 600 });
    expect(found.map(({ browser }) => browser)).toContain('(none)');
  });

  it('are not looked at by a signal whose weight is zero', () => {
    const browsers = [
      { browser: 'Chrome', sums: someSums(2_000, { scriptErrors: 10 }) },
      { browser: 'Safari', sums: someSums(2_000, { scriptErrors: 600 }) },
    ];
    expect(topBrowsers({ browsers, weights })).toHaveLength(1);
    expect(topBrowsers({ browsers, weights: { ...weights, scriptErrors: 0 } })).toEqual([]);
  });

  it('explain a device that is no worse without them', () => {
    const devices = [
      { device: 'Mobile', sums: someSums(1_000, { scriptErrors: 210 }) },
      { device: 'PC', sums: someSums(1_000, { scriptErrors: 10 }) },
    ];
    const safari = [
      { browser: 'Safari', sums: someSums(400, { scriptErrors: 205 }) },
      { browser: 'Chrome', sums: someSums(1_600, { scriptErrors: 15 }) },
    ];
    const alike = [
      { browser: 'Safari', sums: someSums(1_000, { scriptErrors: 110 }) },
      { browser: 'Chrome', sums: someSums(1_000, { scriptErrors: 110 }) },
    ];
    const trouble = { signal: 'scriptErrors', device: 'Mobile' } as const;
    expect(isOfOneBrowser(trouble, { browsers: safari, devices, weights })).toBe(true);
    expect(isOfOneBrowser(trouble, { browsers: alike, devices, weights })).toBe(false);
    expect(
      isOfOneBrowser({ ...trouble, device: 'TV' }, { browsers: safari, devices, weights }),
    ).toBe(false);
  });
});
