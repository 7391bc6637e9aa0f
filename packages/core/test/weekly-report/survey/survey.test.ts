import { describe, expect, it } from 'vitest';
import { defaultSignalWeights, pagesToFollow, surveyWeek } from '../../../src/index.ts';
import { isAmongTop } from '../../../src/weekly-report/survey/survey.ts';
import type { WeekOptions } from '../../support/a-week.ts';
import { aPage, aWeek } from '../../support/a-week.ts';

const url = (path: string) => `https://shop.example${path}`;
const labels = (pages: readonly { page: string }[]) =>
  pages.map(({ page }) => page.replace('https://shop.example', ''));

/** A mute of a page until a day, or for good. */
const mute = (path: string, untilDay: string | null = null) => ({
  page: url(path),
  reason: 'known',
  untilDay,
});

const twelve = Array.from({ length: 12 }, (_, index) =>
  aPage(`/p${index}`, 400, { rageClicks: 120 - index * 4 }),
);
const calm = aPage('/', 40_000, { rageClicks: 40 });

describe('the top pages', () => {
  it('are the first ten by impact', () => {
    const { top, judged } = surveyWeek(aWeek({ pages: [...twelve, calm] }));
    expect(labels(top)).toEqual(twelve.slice(0, 10).map(({ page }) => page.slice(20)));
    expect(judged).toHaveLength(13);
  });

  it('are joined by the page that got worse most, when it is not among them', () => {
    const was = aPage('/late', 4_000, { deadClicks: 4 });
    const is = aPage('/late', 4_000, { deadClicks: 80 });
    const pages = [...twelve, calm, is];
    const { top, worst } = surveyWeek(
      aWeek({
        pages,
        comparedPages: { thisWeek: pages, weekBefore: [...twelve, calm, was] },
        weights: { ...defaultSignalWeights, deadClicks: 0.01 },
      }),
    );
    expect(worst?.page).toBe(url('/late'));
    expect(top).toHaveLength(11);
    expect(top.at(-1)).toBe(worst);
  });

  it('leave out the muted ones, and the next one moves up', () => {
    const { top, judged, mutes } = surveyWeek(
      aWeek({ pages: [...twelve, calm], mutes: [mute('/p0')] }),
    );
    expect(labels(top)[0]).toBe('/p1');
    expect(top[0]?.rank).toBe(1);
    expect(top).toHaveLength(10);
    expect(judged.find(({ page }) => page === url('/p0'))?.rank).toBeNull();
    expect(mutes).toHaveLength(1);
  });

  it('set pages with too few sessions apart', () => {
    const { judged, setApart } = surveyWeek(
      aWeek({ pages: [aPage('/few', 29, { rageClicks: 29 }), aPage('/enough', 30)] }),
    );
    expect(labels(judged)).toEqual(['/enough']);
    expect(setApart).toBe(1);
  });
});

describe('a mute', () => {
  it.each([
    ['2026-11-22', 1],
    ['2026-11-21', 0],
    [null, 1],
  ])('that ends on %j is in force in %i reports of the week', (untilDay, count) => {
    const { mutes } = surveyWeek(aWeek({ mutes: [mute('/checkout', untilDay)] }));
    expect(mutes).toHaveLength(count);
  });

  it('says whether its page would still be among the first', () => {
    const pages = [...twelve, calm];
    const { judged } = surveyWeek(aWeek({ pages, mutes: [mute('/p2'), mute('/p11'), mute('/')] }));
    expect(isAmongTop(judged, url('/p2'))).toBe(true);
    // Nine that are not muted stand before the tenth, and ten before the twelfth.
    expect(isAmongTop(judged, url('/p11'))).toBe(false);
    expect(isAmongTop(judged, url('/'))).toBe(false);
    expect(isAmongTop(judged, url('/gone'))).toBe(false);
  });
});

describe('what got better', () => {
  const before = [aPage('/cart', 1_000, { errorClicks: 180 }), aPage('/', 4_000)];
  const after = [aPage('/cart', 1_000, { errorClicks: 13 }), aPage('/', 4_000)];
  const better = {
    pages: after,
    comparedPages: { thisWeek: after, weekBefore: before },
    pagesBefore: before,
  };

  it('is what was proven a week ago and is provably rarer now', () => {
    const { improvements } = surveyWeek(aWeek(better));
    expect(improvements).toMatchObject([
      { page: url('/cart'), signal: 'errorClicks', change: { verdict: 'better' } },
    ]);
    expect(improvements[0]?.gain).toBeGreaterThan(0);
  });

  it.each<[string, WeekOptions]>([
    ['on a muted page', { mutes: [mute('/cart')] }],
    ['where the week before is not to be compared', { pageStates: new Map() }],
    ['where its page is gone', { comparedPages: { thisWeek: [], weekBefore: before } }],
  ])('is nothing %s', (_, overrides) => {
    expect(surveyWeek(aWeek({ ...better, ...overrides })).improvements).toEqual([]);
  });
});

describe('a fix', () => {
  it.each([
    ['2026-10-25', 1],
    ['2026-10-24', 0],
    ['2026-11-22', 1],
    ['2026-11-23', 0],
  ])('of %s is judged in %i reports of the week', (day, count) => {
    const annotations = [{ page: url('/cart'), day, text: 'x' }];
    expect(surveyWeek(aWeek({ annotations })).annotations).toHaveLength(count);
  });
});

it('follows each page once that anything is said of', () => {
  const annotations = [
    { page: url('/gone'), day: '2026-11-12', text: 'x' },
    { page: url('/checkout'), day: '2026-11-12', text: 'y' },
  ];
  const followed = pagesToFollow(surveyWeek(aWeek({ annotations })));
  expect(labels(followed.map((page) => ({ page })))).toEqual(['/checkout', '/', '/gone']);
});
