import { describe, expect, it } from 'vitest';

import { type SiteOptions, SimulatorOptionError, createSite, hostileUrls } from '../src/index.ts';
import { DAY_MS } from '../src/site/day.ts';

const DAY = '2026-11-18';
const aSite = (overrides: Partial<SiteOptions> = {}) =>
  createSite({ seed: 3, sessionsPerDay: 200, ...overrides });

const humanUrls = (variants: boolean) =>
  aSite({ variants })
    .visitsOf(DAY)
    .filter((visit) => visit.kind === 'human')
    .flatMap((visit) => visit.views.map((view) => view.url ?? ''));

describe('a generated site', () => {
  it('makes the same day whichever days were made before', () => {
    const wandering = aSite();
    for (const day of ['2026-11-20', '2024-02-29', '2026-11-17']) wandering.visitsOf(day);
    expect(wandering.visitsOf(DAY)).toEqual(aSite().visitsOf(DAY));
  });

  it('makes the same day again after it was let go', () => {
    const site = aSite({ sessionsPerDay: 5 });
    const first = site.visitsOf(DAY);
    for (let day = 0; day < 60; day++) {
      site.visitsOf(new Date(day * DAY_MS).toISOString().slice(0, 10));
    }
    expect(site.visitsOf(DAY)).not.toBe(first);
    expect(site.visitsOf(DAY)).toEqual(first);
  });

  it('makes another day of another seed and of another day', () => {
    expect(aSite({ seed: 4 }).visitsOf(DAY)).not.toEqual(aSite().visitsOf(DAY));
    expect(aSite().visitsOf('2026-11-19').length).not.toBe(aSite().visitsOf(DAY).length);
  });

  it('gives a half-open window by session start, across midnight', () => {
    const site = aSite();
    const noon = Date.parse(`${DAY}T12:00:00Z`);
    const middle = site.visitsBetween(noon, noon + DAY_MS);
    const first = middle[0];
    const cut = first?.startedAt ?? 0;
    expect(site.visitsBetween(noon, cut)).toEqual([]);
    expect(site.visitsBetween(cut, cut + 1)).toContain(first);
    expect([...site.visitsBetween(noon - DAY_MS, noon), ...middle]).toEqual(
      site.visitsBetween(noon - DAY_MS, noon + DAY_MS),
    );
  });

  it('gives every session an id of its own', () => {
    const visits = aSite().visitsBetween(Date.parse('2026-11-01'), Date.parse('2026-11-21'));
    expect(new Set(visits.map((visit) => visit.id)).size).toBe(visits.length);
  });

  it('lets the same visitor come back with the same device', () => {
    const visits = aSite()
      .visitsBetween(Date.parse('2026-10-01'), Date.parse('2026-11-01'))
      .filter((visit) => visit.kind === 'human');
    const devices = new Map<string, Set<string>>();
    for (const { visitor, device } of visits) {
      devices.set(visitor, (devices.get(visitor) ?? new Set()).add(device));
    }
    expect(devices.size).toBeLessThan(visits.length);
    expect([...devices.values()].every((seen) => seen.size === 1)).toBe(true);
  });

  it('keeps tracking parameters in URLs only when asked', () => {
    const text = humanUrls(true).join('\n');
    for (const part of ['?gclid=', 'fbclid=', 'utm_source=newsletter', '#reviews']) {
      expect(text).toContain(part);
    }
    expect(humanUrls(false).filter((url) => /[?#]/.test(url))).toEqual([]);
  });

  it('has nobody before its first day', () => {
    const site = aSite({ firstDay: DAY });
    expect(site.visitsOf('2026-11-17')).toEqual([]);
    expect(site.visitsOf(DAY)).not.toEqual([]);
  });

  it('brings every hostile URL when asked, and none otherwise', () => {
    const hostile = new Set(hostileUrls('https://shop.example.com').map(([url]) => url));
    const seen = (asked: boolean) =>
      new Set(
        aSite({ hostile: asked, sessionsPerDay: 2_000 })
          .visitsOf(DAY)
          .flatMap((visit) => visit.views.map((view) => view.url ?? ''))
          .filter((url) => hostile.has(url)),
      );
    expect(seen(true)).toEqual(hostile);
    expect(seen(false).size).toBe(0);
  });
});

describe('a planted problem', () => {
  const problem = {
    page: '/checkout',
    signal: 'rageClicks',
    device: 'Mobile',
    fromDay: DAY,
    toDay: DAY,
    probability: 1,
  } as const;
  const site = aSite({ problems: [problem] });

  it('raises its signal on its page and device on its days', () => {
    const views = site
      .visitsOf(DAY)
      .filter((visit) => visit.device === 'Mobile' && visit.kind === 'human')
      .flatMap((visit) => visit.views.filter((view) => view.path === '/checkout'));
    expect(views.length).toBeGreaterThan(0);
    expect(views.every((view) => view.events.rageClicks > 0)).toBe(true);
  });

  it('may be one of a single browser', () => {
    const { device: _, ...anywhere } = problem;
    const broken = aSite({ problems: [{ ...anywhere, browser: 'Edge' }] });
    const raging = broken
      .visitsOf(DAY)
      .filter((visit) => visit.kind === 'human' && visit.browser === 'Edge')
      .flatMap((visit) => visit.views.filter((view) => view.path === '/checkout'));
    expect(raging.length).toBeGreaterThan(0);
    expect(raging.every((view) => view.events.rageClicks > 0)).toBe(true);
    const others = (visits: ReturnType<typeof site.visitsOf>) =>
      visits.filter((visit) => visit.browser !== 'Edge');
    expect(others(broken.visitsOf(DAY))).toEqual(others(aSite().visitsOf(DAY)));
  });

  it('changes nothing else about the site', () => {
    for (const day of ['2026-11-17', '2026-11-19']) {
      expect(site.visitsOf(day)).toEqual(aSite().visitsOf(day));
    }
    const without = (visits: ReturnType<typeof site.visitsOf>) =>
      visits.map((visit) => ({
        ...visit,
        views: visit.views.map((view) =>
          view.path === '/checkout' && visit.device === 'Mobile'
            ? { ...view, events: { ...view.events, rageClicks: 0 } }
            : view,
        ),
      }));
    expect(without(site.visitsOf(DAY))).toEqual(without(aSite().visitsOf(DAY)));
  });

  it('is refused on a page the site does not have', () => {
    const problems = [{ ...problem, page: '/chekout' }];
    expect(() => aSite({ problems })).toThrow(SimulatorOptionError);
    expect(() => aSite({ problems })).toThrow('/chekout');
  });
});
