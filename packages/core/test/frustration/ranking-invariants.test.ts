import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signal, SignalWeights, WindowSums } from '../../src/index.ts';
import {
  defaultSignalWeights,
  forEachSignal,
  rankings,
  rankPages,
  signals,
  signalWeightsSchema,
  siteSignalRates,
} from '../../src/index.ts';
import { impactParts } from '../../src/frustration/impact.ts';

type Page = Parameters<typeof rankPages>[0]['pages'][number];

const counts = fc.integer({ min: 0, max: 3_000 }).chain((sessions) =>
  fc.record({
    sessions: fc.constant(sessions),
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
    unknown: fc.constantFrom<Signal | null>(null, ...signals),
  }),
);

const somePages: fc.Arbitrary<Page[]> = fc
  .array(counts, { minLength: 1, maxLength: 12 })
  .map((all) =>
    all.map(({ sessions, shares, unknown }, index) => ({
      page: `/p/${index}`,
      sums: sumsOf(sessions, (signal) =>
        signal === unknown ? null : Math.round((shares[signals.indexOf(signal)] ?? 0) * sessions),
      ),
    })),
  );

function sumsOf(sessions: number, affectedBy: (signal: Signal) => number | null): WindowSums {
  return {
    sessions,
    botSessions: 0,
    pageViews: null,
    bouncedSessions: null,
    bounceKnownSessions: 0,
    signals: forEachSignal((signal) => {
      const affected = affectedBy(signal);
      return { events: affected, affected, knownSessions: affected === null ? 0 : sessions };
    }),
    scrollDepth: null,
    totalSeconds: null,
    activeSeconds: null,
  };
}

const rank = (pages: Page[], weights: SignalWeights = defaultSignalWeights) =>
  rankPages({ pages, ranking: 'impact', weights });

describe('whatever pages there are', () => {
  it('each with a session is ranked once or set apart, in one row of places', () => {
    fc.assert(
      fc.property(somePages, fc.constantFrom(...rankings), (pages, ranking) => {
        const ranked = rankPages({ pages, ranking, weights: defaultSignalWeights });
        const visited = pages.filter(({ sums }) => sums.sessions > 0);
        expect(ranked.map(({ page }) => page).toSorted()).toEqual(
          visited.map(({ page }) => page).toSorted(),
        );
        const places = ranked.map(({ rank: place }) => place).filter((place) => place !== null);
        expect(places).toEqual(places.map((_, index) => index + 1));
        const firstApart = ranked.findIndex(({ rank: place }) => place === null);
        expect(
          firstApart === -1 || ranked.slice(firstApart).every((one) => one.rank === null),
        ).toBe(true);
      }),
    );
  });

  it('the order does not depend on the order they are given in', () => {
    fc.assert(
      fc.property(somePages, (pages) => {
        expect(rank(pages.toReversed())).toEqual(rank(pages));
      }),
    );
  });

  it('impact is the sum of its parts, none of them negative, and falls down the list', () => {
    fc.assert(
      fc.property(somePages, (pages) => {
        const ranked = rank(pages);
        const known = ranked.flatMap(({ impact }) => impact ?? []);
        expect(known).toEqual(known.toSorted((a, b) => b - a));
        for (const { impact, impactParts: parts } of ranked) {
          for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0);
          const sum = signals.reduce((total, signal) => total + parts[signal], 0);
          expect(impact ?? sum).toBe(sum);
        }
      }),
    );
  });

  it('impact never counts more sessions than are beyond the rate of the site', () => {
    fc.assert(
      fc.property(somePages, (pages) => {
        const site = siteSignalRates(pages.map(({ sums }) => sums));
        for (const { sums, impactParts: parts } of rank(pages)) {
          for (const signal of signals) {
            const { affected, knownSessions } = sums.signals[signal];
            const excess = (affected ?? 0) - knownSessions * (site[signal] ?? 0);
            const most = defaultSignalWeights[signal] * Math.max(0, excess);
            expect(parts[signal]).toBeLessThanOrEqual(most + 1e-9);
          }
        }
      }),
    );
  });

  it('twice the weights are twice the impact, and the same order', () => {
    const twice = forEachSignal((signal) => defaultSignalWeights[signal] * 2);
    fc.assert(
      fc.property(somePages, (pages) => {
        const [once, doubled] = [rank(pages), rank(pages, twice)];
        expect(doubled.map(({ page }) => page)).toEqual(once.map(({ page }) => page));
        for (const [index, { impact }] of once.entries()) {
          expect(doubled[index]?.impact ?? 0).toBeCloseTo((impact ?? 0) * 2, 6);
        }
      }),
    );
  });

  it('a weight of zero leaves its signal out', () => {
    fc.assert(
      fc.property(somePages, fc.constantFrom(...signals), (pages, signal) => {
        const weights = { ...defaultSignalWeights, [signal]: 0 };
        for (const { impactParts: parts } of rank(pages, weights)) expect(parts[signal]).toBe(0);
      }),
    );
  });
});

describe('more affected sessions', () => {
  it('never lower the impact of a page against a fixed site', () => {
    const site = forEachSignal(() => 0.02);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(), (sessions, seed) => {
        const affected = seed % sessions;
        const part = (count: number) =>
          impactParts(sumsOf(sessions, () => count).signals, site, defaultSignalWeights).rageClicks;
        expect(part(affected + 1)).toBeGreaterThanOrEqual(part(affected));
      }),
    );
  });
});

describe('the weights of signals', () => {
  it('are the defaults where none are given', () => {
    expect(signalWeightsSchema.parse({})).toEqual(defaultSignalWeights);
    expect(signalWeightsSchema.parse({ rageClicks: 0 }).rageClicks).toBe(0);
    expect(signalWeightsSchema.parse({ deadClicks: 100 }).deadClicks).toBe(100);
  });

  it.each([{ rageClicks: -1 }, { rageClicks: 101 }, { rageClicks: '3' }, { rage: 3 }])(
    'are not %j',
    (weights) => {
      expect(signalWeightsSchema.safeParse(weights).success).toBe(false);
    },
  );
});
