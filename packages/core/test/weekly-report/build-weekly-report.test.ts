import { describe, expect, it } from 'vitest';
import type { Gap } from '../../src/index.ts';
import { weeklyReportSchema } from '../../src/index.ts';
import { aPage, aReport, reportOfDays, someStates, someSums } from '../support/a-week.ts';

describe('the pages', () => {
  it('are the ten with the highest impact, with the parts that make it up', () => {
    const pages = Array.from({ length: 15 }, (_, index) =>
      aPage(`/p${index}`, 1_000, { rageClicks: index * 10, scriptErrors: 5 }),
    );
    const { top, judged } = aReport({ pages }).pages;
    expect(judged).toBe(15);
    expect(top.map(({ label }) => label).slice(0, 3)).toEqual(['/p14', '/p13', '/p12']);
    expect(top).toHaveLength(10);
    const [worst] = top;
    expect(worst).toMatchObject({ rank: 1, page: 'https://shop.example/p14', sessions: 1_000 });
    expect(worst?.signals.rageClicks).toMatchObject({ affected: 140, rate: 0.14 });
    expect(worst?.signals.rageClicks.impact).toBeCloseTo(worst?.impact ?? 0);
    expect(worst?.signals.scriptErrors).toMatchObject({ affected: 5, impact: 0 });
    expect(worst?.links.recordings).toContain('/projects/view/wxb0r23ozh/impressions?');
  });

  it('keep the host of a page elsewhere, and bytes that are no text', () => {
    const { top } = aReport({
      pages: [
        aPage('/checkout', 400),
        { page: 'https://pay.example/f%C3%BCr', sums: someSums(300) },
        { page: 'https://shop.example/100%', sums: someSums(200) },
        { page: '(not a page)', sums: someSums(100) },
      ],
    }).pages;
    expect(top.map(({ label }) => label)).toEqual([
      '/checkout',
      'pay.example/für',
      '/100%',
      '(not a page)',
    ]);
  });

  it('are harmless to show and short, whatever visitors made of them', () => {
    const hostile = [
      `https://shop.example/"><script>alert(1)</script>`,
      'https://shop.example/%1b%5B31mred',
      `\u001B[31m\u202Egnp.exe\r\nBcc: all@shop.example`,
      `https://shop.example/${'a'.repeat(2_000)}`,
    ];
    const report = aReport({
      pages: hostile.map((page) => ({ page, sums: someSums(500) })),
      referrers: hostile.map((referrer) => ({ referrer, sums: someSums(50) })),
      sources: hostile.map((source) => ({ source, medium: source, sums: someSums(50) })),
      devices: hostile.map((device) => ({ device, sums: someSums(50) })),
    });
    const labels = [
      ...report.pages.top.map(({ label }) => label),
      ...(report.referrers?.rows.map(({ label }) => label) ?? []),
      ...(report.sources?.rows.map(({ label }) => label) ?? []),
      ...report.devices.rows.map(({ device }) => device),
    ];
    expect(labels).toHaveLength(16);
    for (const label of labels) {
      expect(label).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(label.length).toBeLessThanOrEqual(72);
    }
  });
});

describe('devices, referrers and sources', () => {
  it('tell the average scroll depth of each device, and which one has too few sessions', () => {
    const deep = someSums(100, {}, { scrollDepth: { sum: 7_500, weight: 100 } });
    const { rows } = aReport({
      devices: [
        { device: 'Tablet', sums: someSums(3, {}, { scrollDepth: null }) },
        { device: 'PC', sums: deep },
        { device: 'Robot', sums: someSums(0) },
      ],
    }).devices;
    expect(rows).toEqual([
      { device: 'PC', sessions: 100, scrollDepth: 75, enoughData: true },
      { device: 'Tablet', sessions: 3, scrollDepth: null, enoughData: false },
    ]);
  });

  it('rank referrers by bounce rate where bounces are known', () => {
    const bounced = (sessions: number, bouncedSessions: number) =>
      someSums(sessions, {}, { bouncedSessions, bounceKnownSessions: sessions });
    const { referrers } = aReport({
      referrers: [
        { referrer: 'https://a.example/', sums: bounced(100, 20) },
        { referrer: 'https://b.example/', sums: bounced(10, 9) },
        { referrer: 'https://c.example/', sums: bounced(5, 5) },
        { referrer: '', sums: bounced(900, 900) },
      ],
    });
    expect(referrers).toMatchObject({ bouncesKnown: true, setApart: 1, minSessions: 6 });
    expect(referrers?.rows.map(({ label, bounceRate }) => [label, bounceRate])).toEqual([
      ['b.example', 0.9],
      ['a.example', 0.2],
    ]);
  });

  it('rank them by sessions where bounces cannot be known', () => {
    const { referrers } = aReport({
      referrers: [
        { referrer: 'https://a.example/', sums: someSums(10) },
        { referrer: 'https://b.example/', sums: someSums(90) },
      ],
    });
    expect(referrers?.bouncesKnown).toBe(false);
    expect(referrers?.rows.map(({ label, bounceRate }) => [label, bounceRate])).toEqual([
      ['b.example', null],
      ['a.example', null],
    ]);
  });

  it('rank sources by the share of sessions that turned back', () => {
    const { sources } = aReport({
      sources: [
        { source: 'google', medium: 'cpc', sums: someSums(100, { quickbackClicks: 4 }) },
        { source: '', medium: '', sums: someSums(100, { quickbackClicks: 9 }) },
        { source: 'tiny', medium: '', sums: someSums(29, { quickbackClicks: 29 }) },
      ],
    });
    expect(sources?.rows.map(({ label, quickbackRate }) => [label, quickbackRate])).toEqual([
      ['(none)', 0.09],
      ['google / cpc', 0.04],
    ]);
    expect(sources?.setApart).toBe(1);
  });
});

describe('what is missing', () => {
  it('is the whole week when nothing was collected, and of no number it is said what it lacks', () => {
    const { missing } = aReport({ states: new Map(), pages: [] });
    expect(missing.map(({ sentence }) => sentence)).toEqual([
      'Nothing was collected for the whole week.',
    ]);
  });

  it('is nothing in a complete week', () => {
    expect(aReport().missing).toEqual([]);
  });

  it('is said once of a day that nothing knows, cuts off or knows exactly', () => {
    const states = someStates({
      '2026-11-17': 'missing',
      '2026-11-19': 'truncated',
      '2026-11-21': 'estimated',
      '2026-11-22': 'estimated',
      '2026-11-09': 'missing',
    });
    expect(aReport({ states }).missing.map(dayGap)).toEqual([
      ['missing', ['2026-11-17']],
      ['truncated', ['2026-11-19']],
      ['estimated', ['2026-11-21', '2026-11-22']],
    ]);
  });

  it('is said of one breakdown alone where only that one lacks the day', () => {
    const cut = someStates({ '2026-11-19': 'truncated' });
    const { missing } = aReport({ states: someStates(), pageStates: cut });
    expect(missing).toMatchObject([
      { state: 'truncated', breakdown: 'page', days: ['2026-11-19'] },
    ]);
    expect(missing[0]?.sentence).toMatch(/^Pages for Thu 19 Nov are cut off: /);
  });
});

function dayGap(gap: Gap) {
  return gap.kind === 'days' ? [gap.state, gap.days] : gap;
}

describe('the token and the format', () => {
  it.each([
    [
      '2026-12-03T12:00:00Z',
      'The Clarity token expires on Thu 3 Dec. Ask a project admin to create a new one',
    ],
    [
      '2026-11-20T12:00:00Z',
      'The Clarity token expired on Fri 20 Nov, so nothing is being collected',
    ],
  ])('a token that ends at %s is said to', (end, sentence) => {
    const { missing } = aReport({ tokenExpiresAt: new Date(end) });
    expect(missing).toEqual([{ kind: 'token', sentence: expect.stringContaining(sentence) }]);
  });

  it('a token that ends in months, or never, is nothing to tell', () => {
    expect(aReport({ tokenExpiresAt: new Date('2027-11-20T12:00:00Z') }).missing).toEqual([]);
  });

  it('what this version does not know is named, harmless and not all of it', () => {
    const unrecognised = ['Zoom', 'Tap\u001b[31mCount', 'a', 'b', 'c', 'd', 'e', 'a'];
    const [gap] = aReport({ unrecognised }).missing;
    expect(gap).toMatchObject({
      kind: 'format',
      names: ['Tap\uFFFD[31mCount', 'Zoom', 'a', 'b', 'c', 'd', 'e'],
    });
    expect(gap?.sentence).toContain(
      ': Tap\uFFFD[31mCount, Zoom, a, b, c and 2 more. Nothing is lost',
    );
  });
});

describe('the model', () => {
  it('survives being frozen as JSON', () => {
    const report = reportOfDays({
      pages: {
        '/checkout': (day, device) => [
          60,
          { rageClicks: day >= '2026-11-18' && device === 'Mobile' ? 30 : 1 },
        ],
        '/cart': (day) => [60, { errorClicks: day < '2026-11-13' ? 12 : 0 }],
        '/': () => [300, { deadClicks: 6 }],
      },
      states: someStates({ '2026-11-17': 'missing' }),
      annotations: [{ page: 'https://shop.example/cart', day: '2026-11-13', text: 'fixed' }],
      mutes: [{ page: 'https://shop.example/', reason: 'known', untilDay: null }],
      browsers: [{ browser: 'Chrome', sums: someSums(100) }],
      tokenExpiresAt: new Date('2026-11-30T00:00:00Z'),
      unrecognised: ['NewMetric'],
      devices: [{ device: 'PC', sums: someSums(50) }],
      referrers: [{ referrer: 'https://a.example/', sums: someSums(50) }],
      sources: [{ source: 'a', medium: 'b', sums: someSums(50) }],
    });
    expect(weeklyReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('has the days of the week that the year ends in', () => {
    const report = aReport({ week: '2026-W53', states: new Map(), pages: [] });
    expect(report.days).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  });
});
