import { describe, expect, it } from 'vitest';
import type { DayState } from '../../../src/index.ts';
import { addDays, daysBetween } from '../../../src/index.ts';
import type { DayOfPage } from '../../support/a-week.ts';
import { aPage, aReport, reportOfDays, someStates } from '../../support/a-week.ts';

const MONDAY = '2026-11-16';

/** How many weeks before the week of the report a day is: 0 for in it. */
function weeksBefore(day: string): number {
  return Math.ceil((Date.parse(MONDAY) - Date.parse(day)) / (7 * 86_400_000));
}

/** A page with rage clicks in the weeks that are told, beside a busy calm one. */
function site(hasIt: (weeks: number) => boolean): Record<string, DayOfPage> {
  return {
    '/cart': (day) => [40, { rageClicks: hasIt(weeksBefore(day)) ? 8 : 0 }],
    '/': () => [400, { rageClicks: 4 }],
  };
}

/** States in which a week has lost so many days. */
function lost(days: Record<number, number>, state: DayState = 'missing') {
  return someStates(
    Object.fromEntries(
      Object.entries(days).flatMap(([weeks, count]) => {
        const monday = addDays(MONDAY, -7 * Number(weeks));
        return daysBetween(monday, addDays(monday, count - 1)).map((day) => [day, state]);
      }),
    ),
  );
}

describe('a finding', () => {
  it('is new in its first week', () => {
    const { findings, pages } = reportOfDays({ pages: site((weeks) => weeks === 0) });
    expect(findings).toEqual([
      {
        page: 'https://shop.example/cart',
        label: '/cart',
        signal: 'rageClicks',
        status: 'new',
        weeks: 1,
        rate: 0.2,
      },
    ]);
    expect(pages.top[0]).toMatchObject({ label: '/cart', weeks: 1 });
  });

  it('goes on for as many weeks in a row as it has been proven in', () => {
    const { findings, pages } = reportOfDays({ pages: site((weeks) => weeks < 3 || weeks === 4) });
    expect(findings).toMatchObject([{ status: 'ongoing', weeks: 3 }]);
    expect(pages.top[0]).toMatchObject({ weeks: 3 });
  });

  it('is looked back on for eight weeks', () => {
    expect(reportOfDays({ pages: site(() => true) }).findings).toMatchObject([
      { status: 'ongoing', weeks: 9 },
    ]);
  });

  it('is neither broken nor lengthened by a week of which little is known', () => {
    const states = lost({ 1: 3, 3: 7 });
    const { findings } = reportOfDays({ pages: site((weeks) => weeks < 5), states });
    expect(findings).toMatchObject([{ status: 'ongoing', weeks: 3 }]);
  });

  it('counts a week that is known but not exactly', () => {
    const states = lost({ 1: 7 }, 'truncated');
    const { findings } = reportOfDays({ pages: site((weeks) => weeks < 3), states });
    expect(findings).toMatchObject([{ status: 'ongoing', weeks: 3 }]);
  });

  it('is broken by a week in which the page had too few sessions', () => {
    const pages: Record<string, DayOfPage> = {
      ...site(() => true),
      '/cart': (day) => (weeksBefore(day) === 1 ? [2, { rageClicks: 2 }] : [40, { rageClicks: 8 }]),
    };
    expect(reportOfDays({ pages }).findings).toMatchObject([{ status: 'new', weeks: 1 }]);
  });

  it('is held against the site of its own week', () => {
    const pages: Record<string, DayOfPage> = {
      '/cart': () => [40, { rageClicks: 8 }],
      // Two weeks ago everything was like that.
      '/': (day) => [400, { rageClicks: weeksBefore(day) === 2 ? 80 : 4 }],
    };
    expect(reportOfDays({ pages }).findings).toMatchObject([{ status: 'ongoing', weeks: 2 }]);
  });

  it('is not called new when no week before is known', () => {
    const states = lost({ 1: 7, 2: 7, 3: 7, 4: 7, 5: 7, 6: 7, 7: 7, 8: 7 });
    const { findings, pages, headline } = reportOfDays({ pages: site(() => true), states });
    expect(findings).toEqual([]);
    expect(pages.top[0]).toMatchObject({ weeks: 1, verdict: 'not-enough-data' });
    expect(headline.sentence).toBe(
      '/cart frustrates visitors most: rage clicks in 20.0% of sessions (all pages 2.7%)',
    );
  });

  it('is one of the twenty strongest', () => {
    const pages = [
      aPage('/', 90_000),
      ...Array.from({ length: 30 }, (_, index) =>
        aPage(`/p${index}`, 500, { rageClicks: 20 + index }),
      ),
    ];
    const states = someStates();
    const { findings } = aReport({ pages, states });
    expect(findings).toHaveLength(20);
    expect(findings[0]).toMatchObject({ label: '/p29' });
  });
});

describe('what got better', () => {
  it('is told with its change, and resolved after the weeks that it lasted', () => {
    const { better, findings, headline } = reportOfDays({
      pages: site((weeks) => weeks > 0 && weeks < 4),
    });
    expect(better).toMatchObject([
      {
        label: '/cart',
        signal: 'rageClicks',
        change: { before: { rate: 0.2 }, after: { rate: 0 }, verdict: 'better' },
      },
    ]);
    expect(better[0]?.links.heatmap).toContain('/heatmaps?');
    expect(findings).toMatchObject([{ label: '/cart', status: 'resolved', weeks: 3, rate: 0 }]);
    expect(headline).toEqual({
      type: 'better',
      page: 'https://shop.example/cart',
      signal: 'rageClicks',
      device: null,
      sentence: '/cart got better: rage clicks down from 20.0% to 0.0% of sessions',
    });
  });

  it('may still be proven, and goes on then', () => {
    const pages: Record<string, DayOfPage> = {
      ...site(() => true),
      '/cart': (day) => [40, { rageClicks: weeksBefore(day) === 0 ? 5 : 14 }],
    };
    const report = reportOfDays({ pages });
    expect(report.better).toMatchObject([{ label: '/cart' }]);
    expect(report.findings).toMatchObject([{ status: 'ongoing', weeks: 9 }]);
  });

  it('is not told of what was not proven in the week before', () => {
    const pages: Record<string, DayOfPage> = {
      // Everything had it, so that nothing stood out.
      '/cart': (day) => [40, { rageClicks: weeksBefore(day) === 0 ? 0 : 8 }],
      '/': () => [400, { rageClicks: 80 }],
    };
    const { better, findings } = reportOfDays({ pages });
    expect(better).toEqual([]);
    expect(findings.filter(({ status }) => status === 'resolved')).toEqual([]);
  });

  it('is not told of a page that got worse by another signal', () => {
    const pages: Record<string, DayOfPage> = {
      '/cart': (day) =>
        weeksBefore(day) === 0 ? [40, { errorClicks: 20 }] : [40, { rageClicks: 8 }],
      '/': () => [400],
    };
    const { better, pages: reported } = reportOfDays({ pages });
    expect(reported.top[0]).toMatchObject({ label: '/cart', verdict: 'worse' });
    expect(better).toEqual([]);
  });

  it('is told once a page and of five pages, those with most sessions spared first', () => {
    const before = Array.from({ length: 8 }, (_, index) =>
      aPage(`/p${index}`, 1_000, { rageClicks: 100 + 10 * index, deadClicks: 200 }),
    );
    const calm = aPage('/', 50_000);
    const pages = [
      calm,
      ...before.map(({ page }) => aPage(page.slice('https://shop.example'.length), 1_000)),
    ];
    const { better } = reportOfPages([calm, ...before], pages);
    expect(better.map(({ label, signal }) => [label, signal])).toEqual([
      ['/p7', 'rageClicks'],
      ['/p6', 'rageClicks'],
      ['/p5', 'rageClicks'],
      ['/p0', 'deadClicks'],
      ['/p1', 'deadClicks'],
    ]);
  });

  function reportOfPages(before: ReturnType<typeof aPage>[], pages: ReturnType<typeof aPage>[]) {
    return aReport({
      pages,
      pagesBefore: before,
      comparedPages: { thisWeek: pages, weekBefore: before },
    });
  }
});

describe('a muted page', () => {
  const mute = {
    page: 'https://shop.example/cart',
    reason: 'a test\u001b[31m',
    untilDay: '2026-11-22',
  };

  it('is in no list but its own, and counts for the rates of the site', () => {
    const pages = site(() => true);
    const open = reportOfDays({ pages });
    const muted = reportOfDays({ pages, mutes: [mute] });
    expect(open.pages.top.map(({ label }) => label)).toEqual(['/cart', '/']);
    expect(muted.pages.top).toMatchObject([{ label: '/', rank: 1 }]);
    expect(muted.findings).toEqual([]);
    expect(muted.headline.type).toBe('quiet');
    expect(muted.pages.siteRates).toEqual(open.pages.siteRates);
    expect(muted.muted).toEqual([
      {
        page: 'https://shop.example/cart',
        label: '/cart',
        reason: 'a test\uFFFD[31m',
        until: '2026-11-22',
        isStillFrustrating: true,
      },
    ]);
  });

  it('is neither worse nor better', () => {
    const worse = reportOfDays({ pages: site((weeks) => weeks === 0), mutes: [mute] });
    expect(worse.headline.type).toBe('quiet');
    const better = reportOfDays({ pages: site((weeks) => weeks > 0), mutes: [mute] });
    expect(better).toMatchObject({ better: [], findings: [], headline: { type: 'quiet' } });
    expect(better.muted).toMatchObject([{ isStillFrustrating: false }]);
  });

  it('comes back when the mute was over before the week was', () => {
    const over = { ...mute, untilDay: '2026-11-21' };
    const { muted, pages } = reportOfDays({ pages: site(() => true), mutes: [over] });
    expect(muted).toEqual([]);
    expect(pages.top[0]?.label).toBe('/cart');
  });

  it('that nobody visits is listed with its mute', () => {
    const nobody = { page: 'https://shop.example/gone', reason: 'old', untilDay: null };
    const { muted } = reportOfDays({ pages: site(() => false), mutes: [nobody] });
    expect(muted).toMatchObject([{ label: '/gone', until: null, isStillFrustrating: false }]);
  });
});
