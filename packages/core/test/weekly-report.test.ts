import { describe, expect, it } from 'vitest';
import { weeklyReportSchema } from '../src/index.ts';
import { aPage, aReport, someStates, someSums, someTotals } from './support/a-week.ts';

describe('the comparison with the week before', () => {
  it('is in percent for counts and in points for rates, over seven days', () => {
    const { totals } = aReport();
    expect(totals.comparedDays).toHaveLength(7);
    expect(totals.sessions).toEqual({
      thisWeek: 700,
      weekBefore: 560,
      change: 25,
      unit: 'percent',
      refusal: null,
    });
    const { rate, affected } = totals.signals.rageClicks;
    expect(affected).toBe(56);
    expect(rate.thisWeek).toBeCloseTo(0.08);
    expect(rate.weekBefore).toBeCloseTo(0.05);
    expect(rate.change).toBeCloseTo(3);
  });

  it('shows all that is known and compares the weekdays that both weeks have complete', () => {
    const states = someStates({ '2026-11-22': 'missing', '2026-11-10': 'estimated' });
    const { totals } = aReport({ states });
    expect(totals.comparedDays).toEqual([
      '2026-11-16',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ]);
    expect(totals.sessions).toMatchObject({ thisWeek: 600, weekBefore: 560, change: 25 });
  });

  it('is refused when fewer than five weekdays are complete in both weeks', () => {
    const states = someStates({
      '2026-11-16': 'truncated',
      '2026-11-17': 'missing',
      '2026-11-11': 'estimated',
    });
    expect(aReport({ states }).totals.sessions).toEqual({
      thisWeek: 600,
      weekBefore: 560,
      change: null,
      unit: 'percent',
      refusal: 'too-few-days',
    });
  });

  it('is refused when a week has too few sessions to say anything', () => {
    const totals = someTotals(someStates(), (_, isBefore) => someSums(isBefore ? 4 : 40));
    expect(aReport({ totals }).totals.sessions).toMatchObject({
      thisWeek: 280,
      weekBefore: 28,
      change: null,
      refusal: 'too-few-sessions',
    });
  });

  it('has no percentage from zero, and none of what was never measured', () => {
    const totals = someTotals(someStates(), (_, isBefore) =>
      someSums(100, {}, { botSessions: isBefore ? 0 : 9, scrollDepth: null }),
    );
    const report = aReport({ totals });
    expect(report.totals.botSessions).toMatchObject({ change: null, refusal: 'from-zero' });
    expect(report.totals.scrollDepth).toEqual({
      thisWeek: null,
      weekBefore: null,
      change: null,
      unit: 'points',
      refusal: 'unknown',
    });
  });

  it('takes a rate over the sessions of the days on which it was known', () => {
    const totals = someTotals(someStates(), (day) => {
      const sums = someSums(100, { rageClicks: 10 });
      if (day !== '2026-11-18') return sums;
      const rageClicks = { events: null, affected: null, knownSessions: 0 };
      return { ...sums, signals: { ...sums.signals, rageClicks } };
    });
    expect(aReport({ totals }).totals.signals.rageClicks).toMatchObject({
      affected: 60,
      rate: { thisWeek: 0.1 },
    });
  });
});

describe('the headline', () => {
  it('names the page with the highest impact and the signal that makes it so', () => {
    expect(aReport().headline).toEqual({
      type: 'finding',
      sentence: 'Rage clicks on /checkout: 60 of 400 sessions (15.0%, all pages 1.8%)',
    });
  });

  it('says that a week was quiet when no page is provably worse than the others', () => {
    const pages = [aPage('/a', 500, { deadClicks: 10 }), aPage('/b', 500, { deadClicks: 10 })];
    const report = aReport({ pages });
    expect(report.headline.type).toBe('quiet');
    expect(report.pages.top.map(({ impact }) => impact)).toEqual([0, 0]);
  });

  it('says that nothing was collected, and never that there was nothing', () => {
    const report = aReport({ states: new Map(), pages: [] });
    expect(report.headline).toEqual({
      type: 'nothing-collected',
      sentence: 'Nothing was collected in week 47, so there is nothing to report.',
    });
    expect(report.totals.sessions).toMatchObject({ thisWeek: null, refusal: 'too-few-days' });
    expect(report).toMatchObject({ referrers: null, sources: null });
  });

  it('says that nobody came when the days are known and empty', () => {
    const totals = someTotals(someStates(), () => someSums(0));
    expect(aReport({ totals, pages: [] }).headline).toEqual({
      type: 'no-visits',
      sentence: 'Nobody visited in week 47.',
    });
  });

  it('judges no page by a handful of sessions', () => {
    const report = aReport({ pages: [aPage('/checkout', 29, { rageClicks: 29 })] });
    expect(report.headline).toEqual({
      type: 'too-little-data',
      sentence: 'Too little data in week 47: no page had 30 sessions.',
    });
    expect(report.pages).toMatchObject({ top: [], judged: 0, setApart: 1, minSessions: 30 });
  });

  it('does not take days without pages for days without frustration', () => {
    expect(aReport({ pages: [] }).headline.type).toBe('too-little-data');
  });
});

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
      ['(direct)', 0.09],
      ['google / cpc', 0.04],
    ]);
    expect(sources?.setApart).toBe(1);
  });
});

describe('what is missing', () => {
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
    expect(aReport({ states }).missing.map(({ state, days }) => [state, days])).toEqual([
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
    expect(missing[0]?.sentence).toMatch(/^Pages of Thu 19 Nov are cut off: /);
  });
});

describe('the model', () => {
  it('survives being frozen as JSON', () => {
    const report = aReport({
      states: someStates({ '2026-11-17': 'missing' }),
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
