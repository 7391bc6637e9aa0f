// @module-tag slow
import type { WeeklyReport } from '@clarity-keep/core';
import { daysBetween, weeklyReportSchema } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import type { Problem } from '@clarity-keep/simulator';
import { createSite, SHOP_PAGES } from '@clarity-keep/simulator';
import { describe, expect, it } from 'vitest';
import { aKeptSite, PROJECT, reportOf } from './support/a-kept-site.ts';

const MONDAY = '2026-11-16';
const WEDNESDAY = '2026-11-18';
const origin = 'https://shop.example.com';

function aSite(seed: number, problems: readonly Problem[] = []) {
  return createSite({ seed, sessionsPerDay: 500, problems });
}

const pageOf = (report: WeeklyReport, path: string) =>
  report.pages.top.find(({ page }) => page === origin + path);
const pathsOf = (report: WeeklyReport, verdict: string) =>
  report.pages.top
    .filter((page) => page.verdict === verdict)
    .map(({ page }) => page.slice(origin.length));

const on = (signal: Problem['signal'], probability: number) => ({ signal, probability });

describe('a button that breaks on phones on Wednesday', () => {
  const problems = [on('rageClicks', 0.3), on('deadClicks', 0.45)].map((problem) => ({
    ...problem,
    page: '/checkout',
    device: 'Mobile' as const,
    fromDay: WEDNESDAY,
  }));

  it.each([1, 2, 3])('is what the report is about (seed %i)', (seed) => {
    const report = reportOf(aKeptSite({ site: aSite(seed, problems) }));
    expect(report.headline).toMatchObject({
      type: 'worse',
      page: `${origin}/checkout`,
      device: 'Mobile',
    });
    expect(report.headline.sentence).toMatch(
      /^\/checkout: .*\bmobile\b.*\bsince Wednesday(, (none|[\d.]+%) before)?$/,
    );
    expect(report.headline.sentence.length).toBeLessThanOrEqual(90);
    const checkout = pageOf(report, '/checkout');
    expect(checkout).toMatchObject({
      rank: 1,
      verdict: 'worse',
      since: WEDNESDAY,
      contrast: { device: 'Mobile' },
    });
    expect(['rageClicks', 'deadClicks']).toContain(checkout?.mainSignal);
    expect(checkout?.signals.rageClicks.change?.verdict).toBe('worse');
    expect(checkout?.signals.deadClicks.change?.verdict).toBe('worse');
    expect(pathsOf(report, 'worse')).toEqual(['/checkout']);
  });
});

describe('a script error in one browser', () => {
  it.each([4, 5, 6])(
    'is told of the page and the browser, and blamed on no device (seed %i)',
    (seed) => {
      const problem = { page: '/pricing', fromDay: MONDAY, browser: 'Edge' };
      const site = aSite(seed, [{ ...problem, ...on('scriptErrors', 0.9) }]);
      const report = reportOf(aKeptSite({ site }));
      expect(report.headline).toMatchObject({
        type: 'worse',
        page: `${origin}/pricing`,
        signal: 'scriptErrors',
        device: null,
        sentence: expect.stringMatching(/^\/pricing: .*; site-wide worst in Edge$/) as string,
      });
      expect(pageOf(report, '/pricing')).toMatchObject({
        verdict: 'worse',
        mainSignal: 'scriptErrors',
        contrast: null,
      });
      expect(report.browsers?.contrasts).toMatchObject([
        { browser: 'Edge', signal: 'scriptErrors' },
      ]);
      expect(pathsOf(report, 'worse')).toEqual(['/pricing']);
    },
  );
});

describe('a fix', () => {
  const day = '2026-11-13';
  const problems = [{ page: '/cart', toDay: '2026-11-12', ...on('errorClicks', 0.18) }];

  it.each([7, 8, 9])(
    'is found to have worked, and the finding to be resolved (seed %i)',
    (seed) => {
      const db = aKeptSite({ site: aSite(seed, problems), weeks: 4, ask: [['URL', 'Device']] });
      annotate(db, { page: `${origin}/cart`, day, text: 'moved the button' });
      const report = reportOf(db);
      expect(report.fixes).toMatchObject([
        { label: '/cart', verdict: 'worked', signal: 'errorClicks', daysBefore: 18, daysAfter: 9 },
      ]);
      expect(report.fixes[0]?.sentence).toMatch(
        /^"moved the button" on \/cart, 13 Nov: error clicks fell from [12]\d\.\d% to [01]\.\d% of sessions \(99% confidence interval: −\d+\.\d to −\d+\.\d points\)\. It worked\.$/,
      );
      expect(report.better).toMatchObject([{ label: '/cart', signal: 'errorClicks' }]);
      expect(report.findings.filter(({ status }) => status === 'resolved')).toMatchObject([
        { label: '/cart', signal: 'errorClicks', weeks: 3 },
      ]);
      expect(pathsOf(report, 'worse')).toEqual([]);
    },
  );

  function annotate(db: Database, note: { page: string; day: string; text: string }): void {
    db.sql
      .prepare(
        'INSERT INTO annotations (project_id, page, day, text, created_at) VALUES (?, ?, ?, ?, ?)',
      )
      .run(PROJECT, note.page, note.day, note.text, `${note.day}T12:00:00.000Z`);
  }
});

describe('a site on which nothing has changed', () => {
  it('has next to no page that is called worse or better, at twenty seeds', () => {
    // As many pages as a report shows, so that it tells the verdict on each.
    const tenPages = SHOP_PAGES.slice(0, 10);
    const reports = Array.from({ length: 20 }, (_, index) => {
      const site = createSite({ seed: 100 + index, sessionsPerDay: 200, pages: tenPages });
      return reportOf(aKeptSite({ site, ask: [['URL', 'Device']] }));
    });
    const compared = reports.flatMap(({ pages }) =>
      pages.top.filter(({ verdict }) => verdict !== 'not-enough-data'),
    );
    const falselyChanged = compared.filter(({ verdict }) => verdict !== 'no-clear-change');
    expect(compared).toHaveLength(200);
    expect(falselyChanged.length / compared.length).toBeLessThan(0.05);
    expect(reports.map(({ headline }) => headline.type)).not.toContain('worse');
    expect(reports.flatMap(({ better }) => better)).toEqual([]);
  });
});

describe('an unusual week', () => {
  it('in which nothing was collected says so', () => {
    const site = aSite(1);
    const report = reportOf(aKeptSite({ site, lost: daysBetween(MONDAY, '2026-11-22') }));
    expect(report.headline.type).toBe('nothing-collected');
    expect(report.totals.sessions).toMatchObject({ thisWeek: null, refusal: 'too-few-days' });
    expect(report.pages).toMatchObject({ top: [], judged: 0 });
    expect(report.missing).toMatchObject([{ state: 'missing', breakdown: null }]);
  });

  it('in which nobody came says so', () => {
    const site = createSite({ seed: 1, sessionsPerDay: 0 });
    const kept = aKeptSite({ site, ask: [[], ['URL', 'Device']] });
    expect(reportOf(kept).headline).toMatchObject({
      type: 'no-visits',
      sentence: 'No visits in the week of 16–22 Nov.',
    });
  });

  it('that is the first one compares nothing and calls nothing new', () => {
    const report = reportOf(aKeptSite({ site: aSite(1), weeks: 1 }));
    expect(report.headline.type).toBe('ongoing');
    expect(new Set(report.pages.top.map(({ verdict }) => verdict))).toEqual(
      new Set(['not-enough-data']),
    );
    expect(report).toMatchObject({ findings: [], better: [], fixes: [] });
    expect(report.totals.sessions).toMatchObject({ weekBefore: null, change: null });
    expect(report.trend.map(({ sessions }) => sessions === null)).toEqual([
      ...Array<boolean>(7).fill(true),
      false,
    ]);
  });

  it('with two missing days is compared without them, and the problem found', () => {
    const problem = { page: '/checkout', device: 'Mobile' as const, fromDay: WEDNESDAY };
    const site = aSite(1, [{ ...problem, ...on('rageClicks', 0.3) }]);
    const report = reportOf(aKeptSite({ site, lost: ['2026-11-20', '2026-11-22'] }));
    expect(report.pages.comparedDays).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-21',
    ]);
    expect(report.totals.sessions.refusal).toBeNull();
    expect(Math.abs(report.totals.sessions.change ?? Infinity)).toBeLessThan(15);
    expect(report.headline).toMatchObject({ page: `${origin}/checkout`, device: 'Mobile' });
    expect(pageOf(report, '/checkout')).toMatchObject({ verdict: 'worse', since: WEDNESDAY });
    expect(report.missing).toMatchObject([
      { kind: 'days', state: 'missing', days: ['2026-11-20', '2026-11-22'] },
    ]);
  });

  it('of a site with hostile visitors is harmless to show and can be frozen', () => {
    const site = createSite({ seed: 3, sessionsPerDay: 500, hostile: true });
    const report = reportOf(aKeptSite({ site }));
    expect(weeklyReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    const shown = [
      report.headline.sentence,
      ...report.findings.map(({ label }) => label),
      ...report.pages.top.map(({ label }) => label),
    ];
    expect(report.pages.top.map(({ label }) => label)).toContain('/"><script>alert(1)</script>');
    for (const text of shown) expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(report.headline.sentence.length).toBeLessThanOrEqual(120);
  });
});
