import { describe, expect, it } from 'vitest';
import type { Signal } from '../../../src/index.ts';
import { worseSentence } from '../../../src/weekly-report/headline/headline-sentences.ts';
import type { Worsening } from '../../../src/weekly-report/pages/worsening.ts';
import type { DayOfPage } from '../../support/a-week.ts';
import {
  aPage,
  aReport,
  reportOfDays,
  someStates,
  someSums,
  someTotals,
} from '../../support/a-week.ts';

const nothing = { page: null, signal: null, device: null };

describe('the headline', () => {
  it('names the page with the highest impact and the signal that makes it so', () => {
    expect(aReport().headline).toEqual({
      type: 'ongoing',
      page: 'https://shop.example/checkout',
      signal: 'rageClicks',
      device: null,
      sentence:
        '/checkout frustrates visitors most: rage clicks in 15.0% of sessions (all pages 1.8%)',
    });
  });

  it('says that a week was quiet when no page is provably worse than the others', () => {
    const pages = [aPage('/a', 500, { deadClicks: 10 }), aPage('/b', 500, { deadClicks: 10 })];
    const report = aReport({ pages });
    expect(report.headline.type).toBe('quiet');
    expect(report.pages.top.map(({ impact }) => impact)).toEqual([0, 0]);
  });

  it('takes what chance makes of some page among many for no finding', () => {
    const calm = [...Array(20).keys()].map((index) => aPage(`/${index}`, 200, { deadClicks: 6 }));
    const odd = (deadClicks: number) =>
      aReport({ pages: [...calm, aPage('/odd', 200, { deadClicks })] });
    expect(odd(14).pages.top[0]?.impact).toBeGreaterThan(0);
    expect(odd(14).headline).toMatchObject({ type: 'quiet', page: null });
    expect(odd(40).headline).toMatchObject({
      type: 'ongoing',
      page: 'https://shop.example/odd',
      signal: 'deadClicks',
    });
  });

  it('takes one session of a rare signal for no finding', () => {
    const pages = [aPage('/a', 40, { rageClicks: 1 }), aPage('/b', 4_000)];
    const report = aReport({ pages });
    expect(report.pages.top[0]?.impact).toBeGreaterThan(0);
    expect(report).toMatchObject({ headline: { type: 'quiet' }, recommendations: [] });
  });

  it('says that nothing was collected, and never that there was nothing', () => {
    const report = aReport({ states: new Map(), pages: [] });
    expect(report.headline).toEqual({
      ...nothing,
      type: 'nothing-collected',
      sentence: 'Nothing was collected for 16–22 Nov, so there is nothing to report.',
    });
    expect(report.totals.sessions).toMatchObject({ thisWeek: null, refusal: 'too-few-days' });
    expect(report).toMatchObject({ referrers: null, sources: null });
  });

  it('says that nobody came when the days are known and empty', () => {
    const totals = someTotals(someStates(), () => someSums(0));
    expect(aReport({ totals, pages: [] }).headline).toEqual({
      ...nothing,
      type: 'no-visits',
      sentence: 'No visits in the week of 16–22 Nov.',
    });
  });

  it('judges no page by a handful of sessions', () => {
    const report = aReport({ pages: [aPage('/checkout', 29, { rageClicks: 29 })] });
    expect(report.headline).toEqual({
      ...nothing,
      type: 'too-little-data',
      sentence: 'Too few visits in the week of 16–22 Nov: no page had 30 sessions.',
    });
    expect(report.pages).toMatchObject({ top: [], judged: 0, setApart: 1, minSessions: 30 });
  });

  it('does not take days without pages for days without frustration', () => {
    expect(aReport({ pages: [] }).headline.type).toBe('too-little-data');
  });
});

describe('the headline of a page that got worse', () => {
  /** 60 sessions a day and device, so many of them affected before a day and since it. */
  function site(
    [before, since]: [number, number],
    {
      on = null,
      from = '2026-11-18',
      signal = 'rageClicks',
    }: { on?: string | null; from?: string; signal?: Signal } = {},
  ): Record<string, DayOfPage> {
    return {
      '/checkout': (day, device) => {
        const has = day >= from && (on === null || on === device);
        return [60, { [signal]: has ? since : before }];
      },
      '/': () => [400, { rageClicks: 2, deadClicks: 4 }],
    };
  }
  const sentenceOf = (pages: Record<string, DayOfPage>) =>
    reportOfDays({ pages }).headline.sentence;

  it('tells how many times as many there are, on the device and since the day', () => {
    const { headline } = reportOfDays({ pages: site([6, 20], { on: 'Mobile' }) });
    expect(headline).toEqual({
      type: 'worse',
      page: 'https://shop.example/checkout',
      signal: 'rageClicks',
      device: 'Mobile',
      sentence: '/checkout: 3.3x more rage clicks on mobile since Wednesday',
    });
  });

  it('tells them of all sessions where no device stands out', () => {
    expect(sentenceOf(site([6, 15], { signal: 'deadClicks' }))).toBe(
      '/checkout: 2.5x more dead clicks since Wednesday',
    );
  });

  it('tells them against last week where no day stands out', () => {
    const rising: Record<string, DayOfPage> = {
      ...site([0, 0]),
      '/checkout': (day) => [
        60,
        { rageClicks: day < '2026-11-09' ? 5 : 5 + Number(day.slice(-2)) - 9 },
      ],
    };
    expect(sentenceOf(rising)).toMatch(/^\/checkout: 1\.\dx more rage clicks than last week$/);
  });

  it('tells shares where there was hardly anything to take a multiple of', () => {
    expect(sentenceOf(site([0, 20], { on: 'Mobile' }))).toBe(
      '/checkout: rage clicks in 33.3% of mobile sessions since Wednesday, none before',
    );
    expect(sentenceOf(site([0, 20], { on: 'PC', from: '2026-11-16' }))).toBe(
      '/checkout: rage clicks in 33.3% of desktop sessions since Monday, none before',
    );
  });

  const worsening = (
    before: [number, number],
    after: [number, number],
    overrides: Partial<Worsening> = {},
  ): Worsening => {
    const side = ([affected, sessions]: [number, number]) => ({
      affected,
      sessions,
      rate: affected / sessions,
    });
    return {
      signal: 'rageClicks',
      device: null,
      since: null,
      change: { before: side(before), after: side(after), low: 0.01, high: 1, verdict: 'worse' },
      ...overrides,
    };
  };

  it.each<[Worsening, string]>([
    [worsening([100, 1_000], [310, 1_000]), ': 3.1x more rage clicks than last week'],
    // Of rates, not of counts.
    [worsening([100, 1_000], [620, 2_000]), ': 3.1x more rage clicks than last week'],
    [
      worsening([100, 1_000], [310, 1_000], { device: 'PC' }),
      ': 3.1x more rage clicks on desktop than last week',
    ],
    [
      worsening([100, 1_000], [310, 1_000], { device: 'Tablet' }),
      ': 3.1x more rage clicks on tablets than last week',
    ],
    [
      worsening([100, 1_000], [310, 1_000], { device: 'desktop' }),
      ': 3.1x more rage clicks on desktop than last week',
    ],
    [
      worsening([100, 1_000], [310, 1_000], { device: 'Email' }),
      ': 3.1x more rage clicks on Email than last week',
    ],
    [
      worsening([3_000, 10_000], [3_500, 10_000]),
      ': rage clicks up 5.0 points to 35.0% of sessions',
    ],
    [
      worsening([3_000, 10_000], [3_500, 10_000], { device: 'Mobile', since: '2026-11-20' }),
      ': rage clicks up 5.0 points to 35.0% of mobile sessions since Friday',
    ],
    [worsening([4, 1_000], [380, 1_000]), ': rage clicks in 38.0% of sessions, 0.4% last week'],
    [worsening([0, 1_000], [380, 1_000]), ': rage clicks in 38.0% of sessions, none last week'],
    [
      worsening([4, 1_000], [380, 1_000], { device: 'Tablet', since: '2026-11-20' }),
      ': rage clicks in 38.0% of tablet sessions since Friday, 0.4% before',
    ],
    [
      worsening([4, 1_000], [380, 1_000], { device: 'Smart\u202eTV' }),
      ': rage clicks in 38.0% of sessions on Smart\uFFFDTV, 0.4% last week',
    ],
  ])('%#', (told, sentence) => {
    expect(worseSentence('/a', told)).toBe(`/a${sentence}`);
  });

  it('names the browser that the signal sticks to', () => {
    expect(worseSentence('/a', worsening([10, 1_000], [80, 1_000]), 'Edge')).toBe(
      '/a: 8.0x more rage clicks than last week; site-wide worst in Edge',
    );
  });

  it('fits the subject of a mail, the label giving way in its middle', () => {
    const label = `/products/${'x'.repeat(50)}/reviews`;
    const sentence = worseSentence(label, worsening([100, 1_000], [310, 1_000]));
    expect(sentence).toHaveLength(90);
    expect(sentence).toMatch(/^\/products\/x+…x+\/reviews: 3\.1x more/);
    const long = worsening([4, 1_000], [380, 1_000], {
      signal: 'excessiveScrolls',
      device: 'Mobile',
      since: '2026-11-18',
    });
    expect(worseSentence(label, long)).toMatch(/^\S{20}: excessive scrolling in 38\.0% of mobile/);
  });
});

describe('the headline of a page that frustrates as before', () => {
  it('says for how many weeks, and what is usual', () => {
    const pages: Record<string, DayOfPage> = {
      '/pricing': (day) => [60, { deadClicks: day >= '2026-11-02' ? 9 : 0 }],
      '/': () => [400, { deadClicks: 4 }],
    };
    expect(reportOfDays({ pages }).headline).toEqual({
      type: 'ongoing',
      page: 'https://shop.example/pricing',
      signal: 'deadClicks',
      device: null,
      sentence:
        '/pricing still frustrates visitors most: dead clicks in 15.0% of sessions (all pages 2.8%), 3 weeks in a row',
    });
  });
});
