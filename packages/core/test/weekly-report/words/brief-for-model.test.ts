import { describe, expect, it } from 'vitest';
import { briefForModel, recommend } from '../../../src/index.ts';
import {
  aChange,
  aFinishedReport,
  aReportedPage,
  somePages,
} from '../../support/a-finished-report.ts';

describe('briefForModel', () => {
  it('has the numbers of the site and of the pages that stand out, as the mail shows them', () => {
    const report = aFinishedReport();
    const brief = briefForModel({ ...report, recommendations: recommend(report) });
    expect(brief.site).toMatchObject({
      period: 'Mon 16 Nov to Sun 22 Nov',
      headline: {
        type: 'worse',
        page: 'page 1',
        sentence: 'Rage clicks on page 1, Mobile: 31.0% of sessions, 4.1% on other devices.',
      },
      sessions: { thisWeek: '10,234', weekBefore: '9,870', change: '+3.7%' },
      scrollDepth: { thisWeek: '54.3%', weekBefore: '53.9%', change: '+0.4 points' },
      activeTime: { thisWeek: '1 min 13 s', weekBefore: '1 min 11 s', change: '+2.8%' },
      scrollDepthByDevice: ['Desktop: 61.1% of 5,120 sessions', 'Mobile: 58.6% of 4,900 sessions'],
    });
    expect(brief.pages.map(({ id, hint }) => [id, hint])).toEqual([
      ['page 1', '/checkout'],
      ['page 2', '/products/reading-lamp'],
      ['page 3', '/search'],
    ]);
    expect(brief.pages[0]?.facts).toEqual({
      sessions: '730 sessions',
      verdict: 'worse',
      signals: [
        {
          signal: 'rage clicks',
          rate: '18.4%',
          affected: '134 sessions',
          allPages: '2.1%',
          change: {
            verdict: 'worse',
            before: '6.2%',
            after: '18.4%',
            difference: '9.2 to 15.2 points more',
          },
        },
        {
          signal: 'dead clicks',
          rate: '25.8%',
          affected: '188 sessions',
          allPages: '4.4%',
          change: null,
        },
      ],
      device:
        'rage clicks on Mobile: 31.0% of its sessions (120 of 387); 4.1% on all other devices',
      worseSince: 'Wed 18 Nov',
      standsOut: null,
      advice: [{ likelyCauses: expect.any(Array) as unknown, effort: 'small', confidence: 'high' }],
    });
    expect(brief.isQuiet).toBe(false);
  });

  it('is quiet when nothing stands out', () => {
    const headline = {
      ...aFinishedReport().headline,
      type: 'quiet' as const,
      page: null,
      device: null,
      sentence: 'A quiet week.',
    };
    const brief = briefForModel(
      aFinishedReport({ pages: somePages([aReportedPage('/', 900)]), headline }),
    );
    expect(brief).toMatchObject({
      pages: [],
      isQuiet: true,
      site: { headline: { sentence: 'A quiet week.' } },
    });
  });

  it('mentions pages that got better and those with a fix, without what its author wrote', () => {
    const change = aChange([90, 900], [9, 900], 'better');
    const links = { recordings: null, heatmap: null };
    const page = 'https://shop.example/faq';
    const brief = briefForModel(
      aFinishedReport({
        better: [{ page, label: '/faq', signal: 'deadClicks', change, links }],
        fixes: [
          {
            page,
            label: '/faq',
            day: '2026-11-12',
            text: 'Jane Doe called',
            daysBefore: 7,
            daysAfter: 7,
            verdict: 'worked',
            signal: 'deadClicks',
            change,
            sentence: 'Jane Doe called: it worked.',
          },
        ],
      }),
    );
    expect(brief.pages.at(-1)).toEqual({
      id: 'page 4',
      page,
      label: '/faq',
      hint: '/faq',
      facts: null,
    });
    expect(brief.site).toMatchObject({
      gotBetter: [
        {
          page: 'page 4',
          signal: 'dead clicks',
          change: { difference: '6.0 to 12.0 points less' },
        },
      ],
      fixes: [{ page: 'page 4', day: 'Thu 12 Nov', verdict: 'worked' }],
    });
    expect(JSON.stringify(brief)).not.toContain('Jane');
  });

  it('has no name that visitors made but in the hints', () => {
    const report = aFinishedReport({
      pages: somePages([
        aReportedPage('/evil', 900, {
          label: 'EVIL label',
          shares: { rageClicks: { affected: 200, impact: 300 } },
          contrast: {
            device: 'EVIL device',
            signal: 'rageClicks',
            affected: 100,
            sessions: 300,
            rate: 1 / 3,
            otherRate: 1 / 6,
            low: 0.1,
            high: 0.2,
          },
        }),
      ]),
      browsers: {
        coverage: aFinishedReport().coverage.week,
        contrasts: [
          {
            browser: 'EVIL browser',
            signal: 'errorClicks',
            affected: 9,
            sessions: 90,
            rate: 0.1,
            otherRate: 0.01,
            low: 0.02,
            high: 0.1,
          },
        ],
      },
      devices: {
        coverage: aFinishedReport().coverage.week,
        rows: [{ device: 'EVIL device', sessions: 900, scrollDepth: 40, enoughData: true }],
      },
      headline: {
        type: 'worse',
        sentence: 'Rage clicks on EVIL label, EVIL device',
        page: 'https://shop.example/evil',
        signal: 'rageClicks',
        device: 'EVIL device',
      },
      project: { ...aFinishedReport().project, name: 'EVIL project' },
    });
    const { site, pages } = briefForModel({ ...report, recommendations: recommend(report) });
    expect(pages).toHaveLength(1);
    expect(JSON.stringify([site, pages.map(({ facts }) => facts)])).not.toContain('EVIL');
  });
});
