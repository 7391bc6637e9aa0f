import type { Signal } from '@clarity-keep/core';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { DigestModel, ReportModel } from '../src/asking/answers.ts';
import { FrozenDigest } from '../src/reports/frozen-digest.tsx';
import { IssueList } from '../src/reports/issue-list.tsx';
import { recipientsText } from '../src/reports/recipients-text.ts';
import { SiteWeek } from '../src/reports/site-week.tsx';
import { TopPages } from '../src/reports/top-pages.tsx';
import { WeekTrend } from '../src/reports/week-trend.tsx';
import { aFigure } from './support/answers.ts';
import { markup, shownRows, shownText } from './support/shown-text.ts';

type Totals = ReportModel['totals'];
type Pages = ReportModel['pages'];

const unknownSignal = { events: null, affected: null, rate: aFigure(), proof: null };
const unknownShare = {
  events: null,
  affected: null,
  rate: null,
  interval: null,
  impact: 0,
  change: null,
};

function ofEachSignal<Value>(value: Value): Record<Signal, Value> {
  return {
    rageClicks: value,
    deadClicks: value,
    errorClicks: value,
    scriptErrors: value,
    quickbackClicks: value,
    excessiveScrolls: value,
  };
}

describe('recipientsText', () => {
  const recipients = { sent: 0, failed: 0, unfinished: 0, scheduled: 0 };

  it.each([
    [{}, 'not mailed'],
    [{ sent: 1 }, 'mailed to 1 recipient'],
    [{ sent: 1_200 }, 'mailed to 1,200 recipients'],
    [{ sent: 2, failed: 1 }, '3 recipients: 2 sent, 1 failed'],
    [{ unfinished: 1, scheduled: 4 }, '5 recipients: 1 unfinished, 4 scheduled'],
  ])('of %j is "%s"', (some, text) => {
    expect(recipientsText({ ...recipients, ...some })).toBe(text);
  });
});

describe('the list of reports', () => {
  it('names a week by its dates, and shows what visitors made of a headline as text', () => {
    const rows = [
      {
        week: '2026-W53',
        project: 'wxb0r23ozh',
        headline: '/<b>cart\u202E</b> got better',
        createdAt: '2027-01-04T06:00:00.000Z',
        recipients: { sent: 2, failed: 0, unfinished: 0, scheduled: 0 },
        isLegacy: true,
      },
    ];
    const list = createElement(IssueList, { rows, path: '/report' });
    expect(shownText(list)).toEqual([
      '28 Dec 2026 – 3 Jan 2027',
      '/<b>cart\uFFFD</b> got better',
      '2027-01-04 06:00 UTC, mailed to 2 recipients, made by version 0.1',
    ]);
    expect(markup(list)).toContain('href="/report?week=2026-W53"');
  });
});

describe('the site in a week', () => {
  const totals: Totals = {
    comparedDays: ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'],
    baselineWeeks: 0,
    baselineDays: 0,
    sessions: aFigure({ thisWeek: 6_134, weekBefore: 6_000, change: 0.02, refusal: null }),
    botSessions: aFigure(),
    signals: {
      ...ofEachSignal(unknownSignal),
      rageClicks: {
        events: 40,
        affected: 30,
        rate: aFigure({
          thisWeek: 0.1485,
          weekBefore: 0.1285,
          change: 2,
          unit: 'points',
          refusal: null,
        }),
        proof: {
          before: { affected: 771, sessions: 6_000, rate: 0.1285 },
          after: { affected: 911, sessions: 6_134, rate: 0.1485 },
          low: 0.004,
          high: 0.036,
          verdict: 'worse',
        },
      },
    },
    scrollDepth: aFigure({ thisWeek: 62.04, refusal: 'too-few-days', unit: 'points' }),
    activeSeconds: aFigure({ thisWeek: 59.7, weekBefore: 0, refusal: 'from-zero' }),
  };
  const rows = shownRows(createElement(SiteWeek, { totals }));

  it('has numbers with the digits of the mail, and judges only what is proven', () => {
    expect(rows[0]).toEqual(['Sessions', '6,134', '6,000', 'unchanged']);
    expect(rows[1]).toEqual(['Rage clicks', '14.9%', '12.9%', '▲\u00A02.0 points, worse']);
  });

  it('leaves open what is not known, and says why weeks are not compared', () => {
    expect(rows[2]).toEqual(['Dead clicks', '–', '–', 'not comparable']);
    expect(rows.at(-2)).toEqual(['Scroll depth', '62.0%', '–', 'not comparable']);
    expect(rows.at(-1)).toEqual(['Active time', '1 min', '0 s', 'none the week before']);
  });
});

describe('the pages of a report', () => {
  const pages: Pages = {
    coverage: { complete: [], estimated: [], truncated: [], missing: [] },
    comparedDays: [],
    minSessions: 30,
    weights: ofEachSignal(1),
    judged: 1,
    setApart: 0,
    siteRates: { ...ofEachSignal(null), deadClicks: 0.021 },
    top: [],
  };
  const aPage: Pages['top'][number] = {
    rank: 1,
    page: 'https://shop.example/checkout',
    label: '/checkout',
    sessions: 1_280,
    sessionsBefore: null,
    impact: 9.96,
    verdict: 'not-enough-data',
    mainSignal: 'deadClicks',
    signals: {
      ...ofEachSignal(unknownShare),
      deadClicks: { ...unknownShare, affected: 193, rate: 0.151, impact: 9.96 },
    },
    scrollDepth: null,
    activeSeconds: null,
    weeks: 1,
    contrast: null,
    since: null,
    worsening: null,
    links: { recordings: null, heatmap: null },
  };
  const rowsOf = (page: Partial<typeof aPage>) =>
    shownRows(createElement(TopPages, { pages: { ...pages, top: [{ ...aPage, ...page }] } }));

  it('have what stood out beside the rate of all pages', () => {
    expect(rowsOf({})).toEqual([
      ['/checkout', '1,280', '10', 'Dead clicks 15.1%, all pages 2.1%', 'too few visits'],
    ]);
  });

  it('have no number for a signal that nobody counted', () => {
    expect(rowsOf({ mainSignal: 'rageClicks', verdict: 'new' })[0]?.slice(3)).toEqual(['–', 'new']);
    expect(rowsOf({ mainSignal: null, verdict: 'worse' })[0]?.slice(3)).toEqual(['–', 'worse']);
  });

  it('say how many sessions it takes when no page had them', () => {
    const text = shownText(createElement(TopPages, { pages: { ...pages, setApart: 1 } }));
    expect(text).toEqual(['No page could be ranked: 1 page had fewer than 30 sessions.']);
  });
});

describe('the weeks of a report', () => {
  it('are in rows by their dates, the newest first, with a hole for one that is hardly known', () => {
    const trend: ReportModel['trend'] = [
      { week: '2026-W46', knownDays: 7, sessions: 0, rates: ofEachSignal(null) },
      { week: '2026-W47', knownDays: 4, sessions: null, rates: ofEachSignal(null) },
    ];
    const rows = shownRows(createElement(WeekTrend, { trend }));
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['16–22 Nov 2026', '4 of 7', '–'],
      ['9–15 Nov 2026', '7 of 7', '0'],
    ]);
  });
});

describe('a digest', () => {
  it('names a project whose sessions are not known, and links to its week', () => {
    const digest: DigestModel = {
      kind: 'digest',
      version: 1,
      week: '2026-W47',
      days: { from: '2026-11-16', to: '2026-11-22' },
      headline: { sentence: 'A quiet week.', project: null },
      projects: [
        {
          id: 'c',
          name: 'Shop C',
          dashboard: null,
          headline: { type: 'worse', sentence: '/cart got worse.' },
          sessions: aFigure(),
          impact: 12.34,
          worsePages: 1,
          topPage: {
            page: 'https://c.example/cart',
            label: '/cart',
            impact: 9.87,
            verdict: 'no-clear-change',
            signal: 'quickbackClicks',
            links: { recordings: null, heatmap: null },
          },
          findings: { new: 2, ongoing: 0, resolved: 1 },
          gaps: ['Pages were not collected.'],
        },
      ],
      without: [
        { id: 'a', name: 'Shop A' },
        { id: 'b', name: 'Shop\u200BB' },
      ],
    };
    const text = shownText(
      createElement(FrozenDigest, { digest, createdAt: '2026-11-23T06:00:00.000Z' }),
    );
    expect(text).toContain('A quiet week.');
    expect(text.join(' ')).toContain(
      '16–22 Nov 2026. Made on 2026-11-23 06:00 UTC; later data is not included.',
    );
    expect(text).toContain('sessions unknown, impact 12, 1 page got worse, 2 new, 1 resolved');
    expect(text).toContain('Top page: /cart, impact 9.9, quick backs, no clear change');
    expect(text).toContain('Pages were not collected.');
    expect(text.at(-1)).toBe('Shop A, Shop\uFFFDB');
  });
});
