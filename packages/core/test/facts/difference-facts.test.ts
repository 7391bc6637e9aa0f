import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measures, SegmentFact } from '../../src/index.ts';
import { differenceFacts, forEachSignal, segmentOf } from '../../src/index.ts';

function someMeasures(measures: Partial<Measures> = {}): Measures {
  return {
    sessions: 10,
    botSessions: 1,
    pageViews: 20,
    bouncedSessions: 3,
    signals: forEachSignal(() => ({
      events: 4,
      affected: 2,
      knownSessions: measures.sessions ?? 10,
    })),
    scrollDepth: { sum: 500, weight: 10 },
    totalSeconds: { sum: 600, weight: 10 },
    activeSeconds: { sum: 300, weight: 10 },
    ...measures,
  };
}

function aFact(page: string, measures: Partial<Measures> = {}): SegmentFact {
  return { segment: segmentOf('page', { page }), measures: someMeasures(measures) };
}

const double = someMeasures({
  sessions: 25,
  botSessions: 3,
  pageViews: 60,
  bouncedSessions: 5,
  signals: forEachSignal(() => ({ events: 9, affected: 6, knownSessions: 25 })),
  scrollDepth: { sum: 1400, weight: 25 },
  totalSeconds: { sum: 1500, weight: 25 },
  activeSeconds: { sum: 800, weight: 25 },
});

describe('the difference of two windows', () => {
  it('is what the wider one has more, of every count and every weighted sum', () => {
    const difference = differenceFacts([aFact('/a', double)], [aFact('/a')]);
    expect(difference).toEqual({
      impossible: 0,
      facts: [
        {
          segment: segmentOf('page', { page: '/a' }),
          measures: {
            sessions: 15,
            botSessions: 2,
            pageViews: 40,
            bouncedSessions: 2,
            signals: forEachSignal(() => ({ events: 5, affected: 4, knownSessions: 15 })),
            scrollDepth: { sum: 900, weight: 15 },
            totalSeconds: { sum: 900, weight: 15 },
            activeSeconds: { sum: 500, weight: 15 },
          },
        },
      ],
    });
  });

  it('is all of a segment that the narrower one does not have', () => {
    const facts = [aFact('/a')];
    expect(differenceFacts(facts, [])).toEqual({ impossible: 0, facts });
  });

  it('leaves out a segment in which nothing happened, but not the site', () => {
    expect(
      differenceFacts([aFact('/a'), aFact('/b')], [aFact('/a')])?.facts.map(
        ({ segment }) => segment.values,
      ),
    ).toEqual([{ page: '/b' }]);
    const total = { segment: segmentOf('total', {}), measures: someMeasures() };
    expect(differenceFacts([total], [total])?.facts[0]?.measures.sessions).toBe(0);
  });

  it('is unknown where one side is', () => {
    const unknown = aFact('/a', { botSessions: null, scrollDepth: null });
    const [fact] = differenceFacts([aFact('/a', double)], [unknown])?.facts ?? [];
    expect(fact?.measures).toMatchObject({ sessions: 15, botSessions: null, scrollDepth: null });
  });
});

describe('a difference that cannot be', () => {
  const wide = (measures: Partial<Measures>) => aFact('/a', { ...double, ...measures });
  const others = aFact('/z', { sessions: 100 });

  it.each([
    [
      'events',
      { signals: { ...double.signals, rageClicks: { events: 3, affected: 6, knownSessions: 25 } } },
    ],
    [
      'affected sessions',
      { signals: { ...double.signals, rageClicks: { events: 9, affected: 1, knownSessions: 25 } } },
    ],
    [
      'more affected sessions than sessions',
      {
        signals: { ...double.signals, rageClicks: { events: 99, affected: 24, knownSessions: 25 } },
      },
    ],
    ['bots', { botSessions: 0 }],
    ['page views', { pageViews: 19 }],
  ])('is counted and left unknown: %s', (_, measures) => {
    const difference = differenceFacts([wide(measures)], [aFact('/a')]);
    expect(difference?.impossible).toBe(1);
    const text = JSON.stringify(difference?.facts[0]?.measures);
    expect(text).toContain('null');
    expect(text).not.toMatch(/:-/);
  });

  it('is no difference of signals that are known for a part of the sessions', () => {
    const inPart = { events: 9, affected: 6, knownSessions: 20 };
    const signals = { ...double.signals, rageClicks: inPart };
    expect(differenceFacts([wide({ signals })], [aFact('/a')])).toMatchObject({
      impossible: 0,
      facts: [
        {
          measures: {
            sessions: 15,
            signals: {
              rageClicks: { events: null, affected: null, knownSessions: 0 },
              deadClicks: { events: 5, affected: 4, knownSessions: 15 },
            },
          },
        },
      ],
    });
  });

  it('of sessions leaves the segment out', () => {
    const difference = differenceFacts([wide({ sessions: 9 }), others], [aFact('/a')]);
    expect(difference?.impossible).toBe(1);
    expect(difference?.facts).toEqual([others]);
  });

  it('is a segment that only the narrower window has', () => {
    expect(differenceFacts([others], [aFact('/a')])).toEqual({ impossible: 1, facts: [others] });
  });

  it('of all sessions is refused', () => {
    expect(differenceFacts([aFact('/a')], [aFact('/a', double)])).toBeNull();
  });

  it('of a sum beyond what rounding explains leaves it unknown', () => {
    const difference = differenceFacts(
      [wide({ scrollDepth: { sum: 400, weight: 25 } })],
      [aFact('/a')],
    );
    expect(difference).toMatchObject({
      impossible: 1,
      facts: [{ measures: { scrollDepth: null } }],
    });
  });
});

describe('rounding', () => {
  it('of averages is put back to the nearest possible value', () => {
    // 10 sessions of 60 s and 1 of 0 s: the mean of 11 is 54.5, written as 54 or 55.
    const wide = aFact('/a', { sessions: 11, totalSeconds: { sum: 54 * 11, weight: 11 } });
    const difference = differenceFacts([wide], [aFact('/a')]);
    expect(difference).toMatchObject({
      impossible: 0,
      facts: [{ measures: { totalSeconds: { sum: 0, weight: 1 } } }],
    });
  });

  it('of percentages does too, from ten thousand sessions on', () => {
    const rage = (knownSessions: number, affected: number) => ({
      ...forEachSignal(() => ({ events: 9000, affected: 0, knownSessions })),
      rageClicks: { events: 9000, affected, knownSessions },
    });
    const big = {
      botSessions: 0,
      pageViews: null,
      bouncedSessions: null,
      scrollDepth: null,
      totalSeconds: null,
      activeSeconds: null,
    };
    const of = (sessions: number, affected: number) => [
      aFact('/a', { ...big, sessions, signals: rage(sessions, affected) }),
    ];
    expect(differenceFacts(of(30_000, 4999), of(20_000, 5000))).toMatchObject({
      impossible: 0,
      facts: [{ measures: { signals: { rageClicks: { affected: 0 } } } }],
    });
    expect(differenceFacts(of(30_000, 4990), of(20_000, 5000))).toMatchObject({ impossible: 1 });
    expect(differenceFacts(of(900, 49), of(800, 50))).toMatchObject({ impossible: 1 });
  });
});

it('gives back what was added, whatever happened on the two days', () => {
  const count = fc.nat({ max: 5000 });
  const day = fc.array(
    fc.record({
      page: fc.constantFrom('/a', '/b', '/c', '/d'),
      sessions: fc.integer({ min: 1, max: 400 }),
      events: count,
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(day, day, (today, yesterday) => {
      const facts = (rows: typeof today) => {
        const sums = new Map<string, { sessions: number; events: number }>();
        for (const { page, sessions, events } of rows) {
          const sum = sums.get(page) ?? { sessions: 0, events: 0 };
          sums.set(page, { sessions: sum.sessions + sessions, events: sum.events + events });
        }
        return [...sums].map(([page, { sessions, events }]) =>
          aFact(page, {
            sessions,
            botSessions: 0,
            pageViews: null,
            bouncedSessions: null,
            signals: forEachSignal(() => ({ events, affected: 0, knownSessions: sessions })),
            scrollDepth: { sum: sessions * 50, weight: sessions },
            totalSeconds: null,
            activeSeconds: null,
          }),
        );
      };
      const difference = differenceFacts(facts([...today, ...yesterday]), facts(today));
      const byPage = (list: readonly SegmentFact[]) =>
        list.toSorted((a, b) =>
          (a.segment.values.page ?? '').localeCompare(b.segment.values.page ?? ''),
        );
      expect(difference?.impossible).toBe(0);
      expect(byPage(difference?.facts ?? [])).toEqual(byPage(facts(yesterday)));
    }),
  );
});
