import { describe, expect, it } from 'vitest';
import type { InsightsAnswer } from '../../src/index.ts';
import {
  answeredBreakdown,
  defaultUrlRules,
  forEachSignal,
  pivotInsights,
  ROW_CAP,
} from '../../src/index.ts';

type Rows = Partial<Omit<InsightsAnswer, 'format'>>;

function anAnswer(rows: Rows): InsightsAnswer {
  return {
    format: 'insights',
    dimensions: ['page', 'device'],
    signals: forEachSignal(() => []),
    scrollDepth: [],
    traffic: [],
    engagement: [],
    referrers: null,
    listedSessions: { device: null, browser: null, os: null, country: null },
    isUndimensioned: false,
    rows: 1,
    truncatedMetrics: [],
    unreadableRows: 0,
    unrecognised: [],
    doubtful: [],
    ...rows,
  };
}

function pivot(answer: InsightsAnswer) {
  const { facts: found } = pivotInsights(answer, {
    breakdown: 'page_device',
    rules: defaultUrlRules,
  });
  return Object.fromEntries(
    found.map(({ breakdown, facts }) => [
      breakdown,
      Object.fromEntries(
        facts.map(({ segment, measures }) => [Object.values(segment.values).join(' '), measures]),
      ),
    ]),
  );
}

const page = 'https://x.example/a';

const unknownCount = { events: null, affected: null, knownSessions: 0 };

describe('pivoting an answer', () => {
  it('joins rows by their values, not by their place', () => {
    const mobile = { page, device: 'Mobile' };
    const pc = { page, device: 'PC' };
    const facts = pivot(
      anAnswer({
        traffic: [
          { values: mobile, sessions: 10, botSessions: 1 },
          { values: pc, sessions: 30, botSessions: 0 },
        ],
        signals: {
          ...forEachSignal(() => []),
          rageClicks: [
            { values: pc, sessions: 30, percentage: 10, events: 7 },
            { values: mobile, sessions: 10, percentage: 50, events: 9 },
          ],
          deadClicks: [{ values: mobile, sessions: 10, percentage: 0, events: 0 }],
        },
        scrollDepth: [{ values: pc, averageScrollDepth: 40 }],
      }),
    );
    expect(facts['page_device']?.[`${page} Mobile`]?.signals.rageClicks).toEqual({
      events: 9,
      affected: 5,
      knownSessions: 10,
    });
    expect(facts['page_device']?.[`${page} PC`]).toMatchObject({
      sessions: 30,
      signals: {
        rageClicks: { events: 7, affected: 3 },
        deadClicks: { events: null, affected: null },
      },
      scrollDepth: { sum: 1200, weight: 30 },
    });
    expect(facts['page']?.[page]).toMatchObject({
      sessions: 40,
      botSessions: 1,
      signals: { rageClicks: { events: 16, affected: 8 } },
      scrollDepth: { sum: 1200, weight: 30 },
    });
  });

  it('never adds pages up to a device or to the site', () => {
    const facts = pivot(
      anAnswer({ traffic: [{ values: { page, device: 'PC' }, sessions: 1, botSessions: 0 }] }),
    );
    expect(Object.keys(facts)).toEqual(['page_device', 'page']);
  });

  it('merges the variants of a page', () => {
    const variants = ['?gclid=1', '?gclid=2', '#top', '/'].map((suffix) => ({
      values: { page: `${page}${suffix}`, device: 'PC' },
      sessions: 2,
      botSessions: 0,
    }));
    expect(pivot(anAnswer({ traffic: variants }))['page']).toMatchObject({
      [page]: { sessions: 8 },
    });
  });

  it('keeps pages only bots have seen, and leaves out what nobody has', () => {
    const facts = pivot(
      anAnswer({
        traffic: [
          { values: { page, device: 'PC' }, sessions: 0, botSessions: 3 },
          { values: { page: 'https://x.example/b', device: 'PC' }, sessions: 0, botSessions: 0 },
          { values: { page: null, device: 'PC' }, sessions: 0, botSessions: 9 },
        ],
      }),
    );
    expect(facts['page']).toEqual({
      [page]: expect.objectContaining({ sessions: 0, botSessions: 3 }),
    });
  });

  it('knows that a page without sessions has no signals, even where a signal does not list it', () => {
    const values = { page, device: 'PC' };
    const facts = pivot(
      anAnswer({
        traffic: [
          { values, sessions: 0, botSessions: 3 },
          { values: { page: `${page}?gclid=1`, device: 'PC' }, sessions: 4, botSessions: 0 },
        ],
      }),
    );
    // Those of four more sessions stay unknown.
    expect(facts['page']?.[page]?.signals.rageClicks).toEqual(unknownCount);
    const only = pivot(anAnswer({ traffic: [{ values, sessions: 0, botSessions: 3 }] }));
    expect(only['page']?.[page]?.signals.rageClicks).toEqual({
      events: 0,
      affected: 0,
      knownSessions: 0,
    });
  });

  it('takes a source that is null for one that is empty, in whichever metric', () => {
    const values = (source: string | null) => ({ device: 'PC', source, medium: '' });
    const answer = anAnswer({
      dimensions: ['device', 'source', 'medium'],
      traffic: [
        { values: values(null), sessions: 100, botSessions: 0 },
        { values: values('google'), sessions: 5, botSessions: 0 },
        { values: values('google'), sessions: 6, botSessions: 0 },
      ],
      signals: {
        ...forEachSignal(() => []),
        deadClicks: [{ values: values(''), sessions: 100, percentage: 10, events: 12 }],
      },
    });
    const { facts } = pivotInsights(answer, {
      breakdown: 'device_source_medium',
      rules: defaultUrlRules,
    });
    expect(
      facts.map(({ breakdown, facts: found }) => [
        breakdown,
        ...found.map(({ segment, measures }) => [
          segment.values.source ?? 'PC',
          measures.sessions,
          measures.signals.deadClicks,
        ]),
      ]),
    ).toEqual([
      [
        'device_source_medium',
        ['', 100, { events: 12, affected: 10, knownSessions: 100 }],
        ['google', 11, unknownCount],
      ],
      ['device', ['PC', 111, { events: 12, affected: 10, knownSessions: 100 }]],
      [
        'source_medium',
        ['', 100, { events: 12, affected: 10, knownSessions: 100 }],
        ['google', 11, unknownCount],
      ],
    ]);
  });

  it('has one page for visits without one, whether Clarity says null, nothing or blanks', () => {
    const traffic = [null, '', ' '].map((none) => ({
      values: { page: none, device: 'PC' },
      sessions: 2,
      botSessions: 0,
    }));
    expect(pivot(anAnswer({ traffic }))['page']).toEqual({
      '(none)': expect.objectContaining({ sessions: 6 }),
    });
  });

  it.each([[false], [true]])(
    'joins a null and an empty source of one metric by what was sent, reversed: %s',
    (isReversed) => {
      const values = (source: string | null) => ({ device: 'PC', source, medium: '' });
      const scrollDepth = [
        { values: values(null), averageScrollDepth: 10 },
        { values: values(''), averageScrollDepth: 90 },
      ];
      const answer = anAnswer({
        dimensions: ['device', 'source', 'medium'],
        traffic: [
          { values: values(null), sessions: 100, botSessions: 0 },
          { values: values(''), sessions: 900, botSessions: 0 },
        ],
        scrollDepth: isReversed ? scrollDepth.toReversed() : scrollDepth,
      });
      const { facts } = pivotInsights(answer, {
        breakdown: 'device_source_medium',
        rules: defaultUrlRules,
      });
      expect(
        facts[0]?.facts.map(({ measures }) => [measures.sessions, measures.scrollDepth]),
      ).toEqual([[1000, { sum: 82_000, weight: 1000 }]]);
    },
  );

  it('leaves out a row whose sessions cannot be read, instead of counting zero', () => {
    const answer = anAnswer({
      traffic: [
        { values: { page, device: 'PC' }, sessions: null, botSessions: null },
        { values: { page, device: 'Mobile' }, sessions: null, botSessions: 0 },
      ],
      signals: {
        ...forEachSignal(() => []),
        rageClicks: [{ values: { page, device: 'Mobile' }, sessions: 7, percentage: 0, events: 0 }],
      },
    });
    const { facts, unreadableRows } = pivotInsights(answer, {
      breakdown: 'page_device',
      rules: defaultUrlRules,
    });
    expect(unreadableRows).toBe(1);
    expect(facts[0]).toMatchObject({ truncated: true, facts: [{ measures: { sessions: 7 } }] });
  });

  it('keeps a signal that a part of the page lacks, over the sessions of the rest', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        values: { page: `https://x.example/${index}`, device: 'PC' },
        sessions: 1,
        percentage: 0,
        events: 0,
      }));
    const facts = pivot(
      anAnswer({
        traffic: [
          { values: { page, device: 'Mobile' }, sessions: 100, botSessions: 0 },
          { values: { page, device: 'PC' }, sessions: 900, botSessions: 0 },
        ],
        signals: {
          ...forEachSignal(() => []),
          deadClicks: [
            { values: { page, device: 'Mobile' }, sessions: 100, percentage: 10, events: 10 },
            ...rows(ROW_CAP - 1),
          ],
        },
      }),
    );
    expect(facts['page']?.[page]).toMatchObject({
      sessions: 1000,
      signals: { deadClicks: { events: 10, affected: 10, knownSessions: 100 } },
    });
  });

  it('takes no row that is missing for a zero', () => {
    const filler = Array.from({ length: ROW_CAP }, (_, index) => ({
      values: { page: `https://x.example/p${index}`, device: 'PC' },
      sessions: 1,
      percentage: 100,
      events: 1,
    }));
    const facts = pivot(
      anAnswer({
        traffic: [{ values: { page, device: 'PC' }, sessions: 5, botSessions: 0 }],
        signals: {
          ...forEachSignal(() => []),
          deadClicks: filler,
          rageClicks: null,
          errorClicks: filler.slice(1),
        },
        truncatedMetrics: ['DeadClickCount'],
      }),
    );
    expect(facts['page']?.[page]?.signals).toMatchObject({
      deadClicks: unknownCount,
      rageClicks: unknownCount,
      errorClicks: unknownCount,
      scriptErrors: unknownCount,
    });
    // A signal's denominator stands in for a Traffic row that was cut.
    expect(facts['page']?.['https://x.example/p0']).toMatchObject({
      sessions: 1,
      botSessions: null,
    });
  });
});

describe('a row that is not whole', () => {
  it('is left out where it does not say what it is of, and the day is marked for it', () => {
    const { facts, unreadableRows } = pivotInsights(
      anAnswer({
        traffic: [
          { values: { page, device: 'PC' }, sessions: 5, botSessions: 0 },
          { values: { page }, sessions: 7, botSessions: 0 },
        ],
        unreadableRows: 2,
      }),
      { breakdown: 'page_device', rules: defaultUrlRules },
    );
    expect(unreadableRows).toBe(3);
    expect(
      facts.map(({ breakdown, truncated, facts: found }) => [
        breakdown,
        truncated,
        ...found.map(({ measures }) => measures.sessions),
      ]),
    ).toEqual([
      ['page_device', true, 5],
      ['page', true, 5],
    ]);
  });

  it('is no referrer without sessions', () => {
    const { facts } = pivotInsights(
      anAnswer({
        dimensions: [],
        referrers: [
          { referrer: 'https://a.example/', sessions: 3 },
          { referrer: 'https://b.example/', sessions: null },
        ],
      }),
      { breakdown: 'total', rules: defaultUrlRules },
    );
    const referrers = facts.find(({ breakdown }) => breakdown === 'referrer');
    expect(referrers?.truncated).toBe(true);
    expect(referrers?.facts.map(({ segment }) => segment.values.referrer)).toEqual([
      'https://a.example/',
    ]);
  });

  it('tells nothing of affected sessions when it is of thrice as many', () => {
    const facts = pivot(
      anAnswer({
        traffic: [{ values: { page, device: 'PC' }, sessions: 10, botSessions: 0 }],
        signals: forEachSignal(() => [
          { values: { page, device: 'PC' }, sessions: 30, percentage: 100, events: 60 },
        ]),
      }),
    );
    expect(facts['page']?.[page]).toMatchObject({
      sessions: 10,
      signals: { rageClicks: { events: 60, affected: null, knownSessions: 0 } },
    });
  });

  it('has no more affected sessions than events', () => {
    const facts = pivot(
      anAnswer({
        traffic: [{ values: { page, device: 'PC' }, sessions: 10, botSessions: 0 }],
        signals: forEachSignal(() => [
          { values: { page, device: 'PC' }, sessions: 10, percentage: 50, events: 2 },
        ]),
      }),
    );
    expect(facts['page']?.[page]?.signals.rageClicks).toEqual({
      events: 2,
      affected: 2,
      knownSessions: 10,
    });
  });
});

describe('what rows add up to', () => {
  const most = 2 ** 40;
  const traffic = (rows: [string, number, number][]) =>
    rows.map(([device, sessions, botSessions]) => ({
      values: { page, device },
      sessions,
      botSessions,
    }));

  it('is left out when no site has so many sessions, and the day is marked for it', () => {
    const { facts, unreadableRows } = pivotInsights(
      anAnswer({
        traffic: traffic([
          ['PC', most, 0],
          ['PC', 1, 0],
          ['Mobile', 7, 0],
        ]),
      }),
      { breakdown: 'page_device', rules: defaultUrlRules },
    );
    expect(unreadableRows).toBe(1);
    const joint = facts.find(({ breakdown }) => breakdown === 'page_device');
    expect(joint?.truncated).toBe(true);
    expect(joint?.facts.map(({ segment }) => segment.values.device)).toEqual(['Mobile']);
  });

  it('marks a marginal that is too much for a fact though its parts are not', () => {
    const { facts } = pivotInsights(
      anAnswer({
        traffic: traffic([
          ['PC', most, 0],
          ['Mobile', most, 0],
        ]),
      }),
      { breakdown: 'page_device', rules: defaultUrlRules },
    );
    expect(
      facts.map(({ breakdown, truncated, facts: found }) => [breakdown, truncated, found.length]),
    ).toEqual([
      ['page_device', false, 2],
      ['page', true, 0],
    ]);
  });

  it('is unknown where another count is too much', () => {
    const facts = pivot(
      anAnswer({
        traffic: traffic([
          ['PC', 2, most],
          ['PC', 1, most],
        ]),
      }),
    );
    expect(facts['page_device']?.[`${page} PC`]).toMatchObject({ sessions: 3, botSessions: null });
  });

  it('never has more affected sessions than sessions, though denominators drift', () => {
    const facts = pivot(
      anAnswer({
        traffic: traffic([['PC', 100, 0]]),
        signals: {
          ...forEachSignal(() => []),
          rageClicks: [
            { values: { page, device: 'PC' }, sessions: 102, percentage: 100, events: 300 },
          ],
        },
      }),
    );
    expect(facts['page_device']?.[`${page} PC`]?.signals.rageClicks.affected).toBe(100);
  });
});

describe('what an answer is broken down by', () => {
  const answered = (rows: Rows, asked: Parameters<typeof answeredBreakdown>[1]) =>
    answeredBreakdown(anAnswer(rows), asked);

  it('is what was asked, when the rows say so', () => {
    expect(answered({}, 'page_device')).toEqual({ breakdown: 'page_device', warning: null });
    const traffic = [{ values: {}, sessions: 0, botSessions: 0 }];
    expect(answered({ dimensions: [], isUndimensioned: true, traffic }, 'total').breakdown).toBe(
      'total',
    );
  });

  it('is nothing when Clarity ignored the dimensions', () => {
    const { breakdown, warning } = answered(
      { dimensions: [], isUndimensioned: true },
      'page_device',
    );
    expect(breakdown).toBeNull();
    expect(warning).toContain('ignored');
  });

  it('is the coarser one when Clarity ignored one dimension of two', () => {
    const { breakdown, warning } = answered({ dimensions: ['page'] }, 'page_device');
    expect(breakdown).toBe('page');
    expect(warning).toContain('stored as page');
  });

  it('is nothing when the site’s answer does not say how many sessions there were', () => {
    const undimensioned = { dimensions: [], isUndimensioned: true };
    const traffic = [{ values: {}, sessions: null, botSessions: 1 }];
    expect(answered({ ...undimensioned, traffic }, 'total').breakdown).toBeNull();
    expect(answered({ ...undimensioned, traffic: [] }, 'total').breakdown).toBeNull();
  });

  it('cannot be told of an answer without a row, and is not doubted', () => {
    expect(answered({ dimensions: [], rows: 0 }, 'page_device').breakdown).toBe('page_device');
  });
});
