import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { Frame, PageRow } from '../src/asking/answers.ts';
import { AgainstSite } from '../src/page/against-site.tsx';
import { PerDevice } from '../src/page/per-device.tsx';
import { PageFacts } from '../src/page/page-facts.tsx';
import { PagesList } from '../src/pages/pages-list.tsx';
import { PagesTable } from '../src/pages/pages-table.tsx';
import { someSignals } from './support/answers.ts';
import { markup, shownRows, shownText } from './support/shown-text.ts';

const aRow: PageRow = {
  rank: 1,
  page: 'https://shop.example/checkout',
  sessions: 1_280,
  signals: someSignals({ rageClicks: { events: 320, affected: 190, rate: 0.1485 } }),
  impact: 123.4,
  enoughData: true,
  scrollDepth: null,
  activeSeconds: 65,
  links: { recordings: null, heatmap: null },
};

function rowsOf(row: Partial<PageRow>, rank: 'impact' | 'signals' = 'impact'): string[] {
  const rows = [{ ...aRow, ...row }];
  const table = { label: 'Ranked pages', rows, rank, siteHost: 'shop.example' };
  return shownRows(createElement(PagesTable, table))[0] ?? [];
}

describe('a table of pages', () => {
  it('has rates, and a dash for each signal that is not known', () => {
    expect(rowsOf({})).toEqual([
      '1',
      '/checkout',
      '1,280',
      '123',
      '14.9%',
      '–',
      '–',
      '–',
      '–',
      '–',
    ]);
  });

  it('has events where they are what pages are ranked by', () => {
    expect(rowsOf({}, 'signals').slice(4)).toEqual(['320', '–', '–', '–', '–', '–']);
  });

  it('has neither rank nor impact of a page with too few visits', () => {
    expect(rowsOf({ rank: null, impact: null, sessions: 3 }).slice(0, 3)).toEqual([
      '/checkout',
      '3',
      '–',
    ]);
  });

  it('shows what a visitor made of an address as text, and links to it on this server', () => {
    const page = 'https://shop.example/?q=<script>alert(1)</script>\u202E';
    const html = markup(
      createElement(PagesTable, {
        label: 'Ranked pages',
        rows: [{ ...aRow, page }],
        rank: 'impact',
        siteHost: 'shop.example',
      }),
    );
    expect(html).not.toContain('<script');
    expect(html).not.toContain('\u202E');
    expect(html).toContain('href="/page?page=https%3A%2F%2Fshop.example%2F%3Fq%3D%3Cscript');
  });

  it('does not link to a page without an address', () => {
    const html = markup(
      createElement(PagesTable, {
        label: 'Ranked pages',
        rows: [{ ...aRow, page: '' }],
        rank: 'impact',
        siteHost: null,
      }),
    );
    expect(html).toContain('(none)');
    expect(html).not.toContain('href=');
  });
});

describe('a list of pages', () => {
  const frame: Frame = {
    window: { from: '2026-11-16', to: '2026-11-17', days: 2, timeZone: 'UTC' },
    coverage: { complete: ['2026-11-16'], estimated: [], truncated: [], missing: ['2026-11-17'] },
  };
  const list = (rows: PageRow[], coverage = frame.coverage) =>
    shownText(
      createElement(PagesList, {
        answer: { ...frame, coverage, rows },
        rank: 'impact',
        caveat: null,
      }),
    );

  it('sets apart the pages with too few visits', () => {
    const few = {
      ...aRow,
      page: 'https://shop.example/rare',
      rank: null,
      enoughData: false,
      impact: null,
    };
    const text = list([aRow, few]);
    expect(text.indexOf('/checkout')).toBeLessThan(text.indexOf('Too few visits'));
    expect(text.indexOf('Too few visits')).toBeLessThan(text.indexOf('/rare'));
    expect(list([few])).toContain('No page had enough visits on these days to be ranked.');
  });

  it('sets apart the pages whose signals are unknown, and does not call them rarely visited', () => {
    const page = 'https://shop.example/blank';
    const unknown = { ...aRow, page, rank: null, impact: null, signals: someSignals() };
    const text = list([aRow, unknown]);
    expect(text.indexOf('Signals unknown')).toBeGreaterThan(text.indexOf('/checkout'));
    expect(text).not.toContain('Too few visits');
    expect(list([unknown])).not.toContain('No page had enough visits on these days to be ranked.');
  });

  it('says that nobody came only of days with data', () => {
    expect(list([])).toEqual(['No visits on the days with data.']);
    const missing = { ...frame.coverage, complete: [], missing: ['2026-11-16', '2026-11-17'] };
    expect(list([], missing)).toEqual(['No page data was collected for these days.']);
  });
});

describe('one page', () => {
  it('leaves open what is not known of it, and why it has no rank', () => {
    const facts = (totals: Partial<PageRow>) =>
      shownText(
        createElement(PageFacts, {
          totals: { ...aRow, ...totals },
          siteSessions: 4_200,
          caveat: null,
        }),
      ).join(' | ');
    expect(facts({})).toContain("1,280 of the site's 4,200");
    expect(facts({})).toContain('123 rank 1');
    expect(facts({})).toContain('1 min 5 s');
    expect(facts({ rank: null, impact: null })).toContain('too few visits to rank it');
  });

  it('has its rates beside those of all pages', () => {
    const site = { ...someSignals(), rageClicks: 0.02 };
    const rows = shownRows(
      createElement(AgainstSite, {
        signals: aRow.signals,
        site: {
          rageClicks: site.rageClicks,
          deadClicks: 0,
          errorClicks: null,
          scriptErrors: null,
          quickbackClicks: null,
          excessiveScrolls: null,
        },
      }),
    );
    expect(rows.slice(0, 3)).toEqual([
      ['Rage clicks', '320', '190', '14.9%', '2.0%'],
      ['Dead clicks', '–', '–', '–', '0.0%'],
      ['Error clicks', '–', '–', '–', '–'],
    ]);
  });

  it('calls devices by the names that people have for them', () => {
    const devices = ['PC', 'Mobile', ''].map((device) => ({
      device,
      sessions: 40,
      signals: someSignals(),
    }));
    const rows = shownRows(createElement(PerDevice, { devices }));
    expect(rows.map(([name]) => name)).toEqual(['Desktop', 'Mobile', '(none)']);
    expect(shownText(createElement(PerDevice, { devices: [] }))).toEqual([
      'Devices were not collected for this page on these days.',
    ]);
  });
});
