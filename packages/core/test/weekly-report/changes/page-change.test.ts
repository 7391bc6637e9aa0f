import { aRandom } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import type { PageVerdict } from '../../../src/index.ts';
import { defaultSignalWeights } from '../../../src/index.ts';
import { addSignalSums } from '../../../src/facts/signal-sums.ts';
import { pageChange } from '../../../src/weekly-report/changes/page-change.ts';
import type { Affected, DayOfPage } from '../../support/a-week.ts';
import { aPage, aReport, reportOfDays, someStates, someSums } from '../../support/a-week.ts';

type Side = [sessions: number, affected?: Affected];

function change(before: Side | null, after: Side, weights = defaultSignalWeights) {
  return pageChange(
    {
      isComparable: true,
      before: before === null ? undefined : someSums(...before),
      after: someSums(...after),
    },
    weights,
  );
}

describe('the verdict on a page', () => {
  it.each<[string, Side | null, Side, PageVerdict]>([
    ['more of a signal', [400, { rageClicks: 8 }], [400, { rageClicks: 40 }], 'worse'],
    ['less of it', [400, { rageClicks: 40 }], [400, { rageClicks: 8 }], 'better'],
    ['the same', [400, { rageClicks: 20 }], [400, { rageClicks: 20 }], 'no-clear-change'],
    ['what chance may do', [400, { rageClicks: 20 }], [400, { rageClicks: 32 }], 'no-clear-change'],
    ['no session before', [0], [30, { rageClicks: 20 }], 'new'],
    ['no fact before', null, [30, { rageClicks: 20 }], 'new'],
    ['too few sessions before', [29], [400, { rageClicks: 400 }], 'not-enough-data'],
    ['too few sessions now', [400], [29, { rageClicks: 29 }], 'not-enough-data'],
    ['neither', null, [29], 'not-enough-data'],
  ])('of %s', (_, before, after, verdict) => {
    expect(change(before, after).verdict).toBe(verdict);
  });

  it('goes by rates: twice the sessions with twice the frustration are no change', () => {
    const { verdict, signals } = change([500, { deadClicks: 50 }], [1_000, { deadClicks: 100 }]);
    expect(verdict).toBe('no-clear-change');
    expect(signals.deadClicks).toMatchObject({ before: { rate: 0.1 }, after: { rate: 0.1 } });
  });

  it('is held to 99 % over all six signals together', () => {
    // 2.9 standard errors apart: enough for one signal at 99 %, not for the best of six.
    const { signals, verdict } = change([1_000, { rageClicks: 50 }], [1_000, { rageClicks: 82 }]);
    expect(verdict).toBe('no-clear-change');
    expect(signals.rageClicks?.low).toBeLessThan(0);
    expect(signals.rageClicks?.low).toBeGreaterThan(-0.005);
  });

  it('weighs what got worse against what got better', () => {
    const before: Side = [1_000, { rageClicks: 200, quickbackClicks: 50 }];
    const after: Side = [1_000, { rageClicks: 50, quickbackClicks: 250 }];
    // 3 x 10.2 points better against 2 x 15.2 points worse, as far as they are proven.
    expect(change(before, after)).toMatchObject({ verdict: 'better', signal: 'rageClicks' });
    expect(change(before, after, { ...defaultSignalWeights, rageClicks: 1 })).toMatchObject({
      verdict: 'worse',
      signal: 'quickbackClicks',
    });
  });

  it('leaves out a signal that counts nothing', () => {
    const weights = { ...defaultSignalWeights, rageClicks: 0 };
    const result = change([400, { rageClicks: 8 }], [400, { rageClicks: 90 }], weights);
    expect(result).toMatchObject({ verdict: 'no-clear-change', signal: null });
  });

  it('says nothing of a signal that is unknown in one of the weeks', () => {
    const before = someSums(400);
    before.signals.rageClicks = { events: null, affected: null, knownSessions: 0 };
    const after = someSums(400, { rageClicks: 90, deadClicks: 90 });
    const result = pageChange({ isComparable: true, before, after }, defaultSignalWeights);
    expect(result).toMatchObject({ verdict: 'worse', signal: 'deadClicks' });
    expect(result.signals.rageClicks).toBeNull();
  });
});

describe('pages in the report', () => {
  it('carry the interval of each rate, the change of each signal and the sessions before', () => {
    const pages = [aPage('/a', 400, { rageClicks: 40 })];
    const before = [aPage('/a', 500, { rageClicks: 5 })];
    const [page] = aReport({ pages, comparedPages: { thisWeek: pages, weekBefore: before } }).pages
      .top;
    expect(page).toMatchObject({ verdict: 'worse', mainSignal: 'rageClicks', sessionsBefore: 500 });
    expect(page?.signals.rageClicks.interval?.low).toBeCloseTo(0.0743, 4);
    expect(page?.signals.rageClicks.interval?.high).toBeCloseTo(0.1333, 4);
    expect(page?.signals.rageClicks.change).toMatchObject({
      before: { affected: 5, sessions: 500, rate: 0.01 },
      after: { affected: 40, sessions: 400, rate: 0.1 },
      verdict: 'worse',
    });
    expect(page?.signals.deadClicks.change?.verdict).toBe('no-clear-change');
  });

  it('are compared over the weekdays that both weeks have complete, and over five at least', () => {
    const pages: Record<string, DayOfPage> = {
      '/a': (day) => [50, { rageClicks: day >= '2026-11-16' ? 20 : 1 }],
    };
    const five = { '2026-11-22': 'missing', '2026-11-10': 'truncated' } as const;
    const compared = reportOfDays({ pages, states: someStates(five) }).pages;
    expect(compared.comparedDays).toEqual([
      '2026-11-16',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ]);
    // Two devices with 50 sessions each.
    expect(compared.top[0]).toMatchObject({ verdict: 'worse', sessions: 600, sessionsBefore: 500 });

    const four = someStates({ ...five, '2026-11-20': 'estimated' });
    const refused = reportOfDays({ pages, states: four }).pages;
    expect(refused.comparedDays).toEqual([]);
    expect(refused.top[0]).toMatchObject({ verdict: 'not-enough-data', sessionsBefore: null });
    expect(refused.top[0]?.signals.rageClicks.change).toBeNull();
  });

  it('have the signal with most impact where none has changed, and none where nothing is proven', () => {
    const [first, second] = aReport().pages.top;
    expect(first).toMatchObject({ verdict: 'no-clear-change', mainSignal: 'rageClicks', weeks: 1 });
    expect(second).toMatchObject({ impact: 0, mainSignal: null, weeks: 0 });
  });

  it('are all new in the first week after one without a visit', () => {
    const pages = [aPage('/a', 400)];
    const report = aReport({ pages, comparedPages: { thisWeek: pages, weekBefore: [] } });
    expect(report.pages.top[0]).toMatchObject({ verdict: 'new', sessionsBefore: 0 });
  });
});

describe('the page that got worst', () => {
  const quiet = Array.from({ length: 40 }, (_, index) =>
    aPage(`/busy-${index}`, 5_000, { deadClicks: 900 + index }),
  );
  const calm = Array.from({ length: 40 }, (_, index) => aPage(`/calm-${index}`, 5_000));

  it('is shown with its own rank when the first ten frustrate more', () => {
    const pages = [...quiet, ...calm, aPage('/broken', 300, { scriptErrors: 60 })];
    const before = [...quiet, ...calm, aPage('/broken', 300, { scriptErrors: 3 })];
    const { pages: reported, headline } = aReport({
      pages,
      comparedPages: { thisWeek: pages, weekBefore: before },
    });
    expect(reported.top).toHaveLength(11);
    expect(reported.top[10]).toMatchObject({ label: '/broken', rank: 41, verdict: 'worse' });
    expect(headline).toMatchObject({ type: 'worse', page: 'https://shop.example/broken' });
  });

  it('is not one that stands out of many by chance', () => {
    // 3.3 standard errors: proven for this page, and what the worst of eighty looks like in a quiet week.
    const changed = (rageClicks: number) =>
      aPage('/busy-0', 5_000, { deadClicks: 900, rageClicks });
    const others = [...quiet.slice(1), ...calm];
    const report = (rageClicks: number) => {
      const pages = [changed(rageClicks), ...others];
      return aReport({
        pages,
        comparedPages: { thisWeek: pages, weekBefore: [changed(50), ...others] },
      });
    };
    const byChance = report(89);
    expect(byChance.pages.top[0]).toMatchObject({ label: '/busy-0', verdict: 'worse' });
    expect(byChance.headline.type).toBe('ongoing');
    expect(report(120).headline).toMatchObject({ type: 'worse', signal: 'rageClicks' });
  });

  it('is found among ten thousand pages on which chance alone is at work', () => {
    const random = aRandom(7);
    const drawn = (name: string, rate: number) =>
      aPage(name, 200, {
        rageClicks: affected(random, 200, rate),
        deadClicks: affected(random, 200, 0.03),
        quickbackClicks: affected(random, 200, 0.025),
      });
    const names = Array.from({ length: 10_000 }, (_, index) => `/products/${index}`);
    const before = names.map((name) => drawn(name, 0.01));
    const pages = names.map((name) => drawn(name, name === '/products/4711' ? 0.3 : 0.01));
    const report = (now: typeof pages) =>
      aReport({
        pages: now,
        comparedPages: { thisWeek: now, weekBefore: before },
        pagesBefore: before,
        sitePages: new Map([['2026-11-09', addSignalSums(before.map(({ sums }) => sums))]]),
      });
    const broken = report(pages);
    expect(broken.headline).toMatchObject({ type: 'worse', signal: 'rageClicks' });
    expect(broken.headline.sentence).toMatch(/^\/products\/4711: .*rage clicks/);
    expect(broken.pages).toMatchObject({ judged: 10_000, setApart: 0 });
    expect(broken.pages.top[0]).toMatchObject({ label: '/products/4711', verdict: 'worse' });
    expect(broken.better).toEqual([]);
    expect(broken.findings.length).toBeLessThanOrEqual(30);
    expect(JSON.stringify(broken).length).toBeLessThan(60_000);

    const unchanged = report(names.map((name) => drawn(name, 0.01)));
    expect(unchanged.headline.type).not.toBe('worse');
    expect(unchanged.better).toEqual([]);
  });
});

function affected(random: () => number, sessions: number, rate: number): number {
  let count = 0;
  for (let session = 0; session < sessions; session++) if (random() < rate) count += 1;
  return count;
}
