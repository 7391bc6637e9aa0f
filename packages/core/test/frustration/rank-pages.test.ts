import { describe, expect, it } from 'vitest';
import type { WindowSums } from '../../src/index.ts';
import { defaultSignalWeights, forEachSignal, NOT_A_WEB_PAGE, rankPages } from '../../src/index.ts';
import { wilsonLowerBound } from '../../src/statistics/wilson.ts';

interface PageOptions {
  sessions: number;
  rage?: number;
  dead?: number;
  rageEvents?: number;
}

function aPage(page: string, { sessions, rage = 0, dead = 0, rageEvents = rage }: PageOptions) {
  const none = { events: 0, affected: 0, knownSessions: sessions };
  const sums: WindowSums = {
    sessions,
    botSessions: 0,
    pageViews: null,
    bouncedSessions: null,
    bounceKnownSessions: 0,
    signals: {
      ...forEachSignal(() => none),
      rageClicks: { events: rageEvents, affected: rage, knownSessions: sessions },
      deadClicks: { events: dead, affected: dead, knownSessions: sessions },
    },
    scrollDepth: null,
    totalSeconds: null,
    activeSeconds: null,
  };
  return { page, sums };
}

function rank(
  pages: ReturnType<typeof aPage>[],
  options: Partial<Parameters<typeof rankPages>[0]> = {},
) {
  return rankPages({ pages, ranking: 'impact', weights: defaultSignalWeights, ...options });
}

describe('impact', () => {
  it('is the weighted excess over the site, as far as it is proven', () => {
    const pages = [aPage('/a', { sessions: 1000, rage: 100 }), aPage('/b', { sessions: 1000 })];
    const [first, second] = rank(pages);
    const siteRate = 100 / 2000;
    expect(first?.page).toBe('/a');
    expect(first?.impact).toBeCloseTo(3 * 1000 * (wilsonLowerBound(100, 1000) - siteRate), 6);
    expect(second?.impact).toBe(0);
  });

  it('puts many sessions a little worse before few sessions much worse', () => {
    const ranked = rank([
      aPage('/rare', { sessions: 40, rage: 8 }),
      aPage('/checkout', { sessions: 4000, rage: 400 }),
      aPage('/home', { sessions: 9000, rage: 90 }),
    ]);
    expect(ranked.map(({ page }) => page)).toEqual(['/checkout', '/rare', '/home']);
  });

  it('sets pages with too few sessions apart, without an impact', () => {
    const ranked = rank([
      aPage('/few', { sessions: 29, rage: 29 }),
      aPage('/enough', { sessions: 30, rage: 1 }),
    ]);
    expect(
      ranked.map(({ page, rank: place, impact, enoughData }) => [
        page,
        place,
        impact === null,
        enoughData,
      ]),
    ).toEqual([
      ['/enough', 1, false, true],
      ['/few', null, true, false],
    ]);
  });

  it.each(['impact', 'rate', 'signals'] as const)(
    'is unknown where all signals are, and ranks among no others, by %s',
    (ranking) => {
      const unknown = aPage('/unknown', { sessions: 5000 });
      unknown.sums.signals = forEachSignal(() => ({
        events: null,
        affected: null,
        knownSessions: 0,
      }));
      const ranked = rank(
        [unknown, aPage('/calm', { sessions: 100 }), aPage('/few', { sessions: 5, rage: 5 })],
        { ranking, minSessions: 30 },
      );
      expect(ranked.map(({ page, rank: place, impact }) => [page, place, impact])).toEqual([
        ['/calm', 1, 0],
        ['/unknown', null, null],
        ['/few', null, null],
      ]);
      expect(ranked.map(({ enoughData }) => enoughData)).toEqual([true, true, false]);
    },
  );

  it('counts a signal that is unknown as nothing', () => {
    const page = aPage('/a', { sessions: 100, rage: 50 });
    page.sums.signals.rageClicks = { events: null, affected: null, knownSessions: 0 };
    expect(rank([page])[0]?.impactParts.rageClicks).toBe(0);
  });
});

describe('the tutorial ranking', () => {
  it('adds rage and dead click events and sets nothing apart by default', () => {
    const ranked = rank(
      [
        aPage('/a', { sessions: 5, rage: 1, dead: 1 }),
        aPage('/b', { sessions: 900, rage: 1, rageEvents: 9 }),
        aPage('/c', { sessions: 2, dead: 5 }),
      ],
      { ranking: 'signals' },
    );
    expect(ranked.map(({ page, rank: place }) => [page, place])).toEqual([
      ['/b', 1],
      ['/c', 2],
      ['/a', 3],
    ]);
  });

  it('keeps to a minimum that is asked for', () => {
    const pages = [aPage('/a', { sessions: 5, dead: 9 }), aPage('/b', { sessions: 9, dead: 1 })];
    const ranked = rank(pages, { ranking: 'signals', minSessions: 6 });
    expect(ranked.map(({ page, rank: place }) => [page, place])).toEqual([
      ['/b', 1],
      ['/a', null],
    ]);
  });
});

it('leaves out pages that nobody but bots has seen', () => {
  expect(rank([aPage('/bots', { sessions: 0 })])).toEqual([]);
});

it.each(['impact', 'rate', 'signals'] as const)(
  'does not rank what is no web page, by %s',
  (ranking) => {
    const pages = [
      aPage(NOT_A_WEB_PAGE, { sessions: 900, rage: 900 }),
      aPage('/a', { sessions: 90 }),
    ];
    const ranked = rank(pages, { ranking });
    expect(ranked.map((page) => [page.page, page.rank])).toEqual([
      ['/a', 1],
      [NOT_A_WEB_PAGE, null],
    ]);
    expect(ranked[1]).toMatchObject({ impact: null, enoughData: false });
  },
);
