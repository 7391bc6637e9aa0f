import { describe, expect, it } from 'vitest';

import { SIGNALS, type Visit, createSite, truth } from '../src/index.ts';

const site = createSite({ seed: 11, sessionsPerDay: 250, botsPerHuman: 0.2 });
const from = Date.parse('2026-11-16T04:30:00Z');
const to = Date.parse('2026-11-18T04:30:00Z');
const visits = site.visitsBetween(from, to);
const humans = visits.filter((visit) => visit.kind === 'human');
const stripped = (url: string) => url.replace(/[?#].*/, '');
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

describe('truth', () => {
  it('counts the whole site as a plain recount does', () => {
    const [row] = truth({ site, from, to });
    const views = humans.flatMap((visit) => visit.views);
    expect(row).toMatchObject({
      segment: {},
      sessions: humans.length,
      botSessions: visits.filter((visit) => visit.kind === 'bot').length,
      pageViews: views.length,
      bouncedSessions: humans.filter((visit) => visit.views.length === 1).length,
    });
    for (const signal of SIGNALS) {
      expect(row?.signals[signal]).toEqual({
        events: total(views.map((view) => view.events[signal])),
        affected: humans.filter((visit) => visit.views.some((view) => view.events[signal] > 0))
          .length,
        views: views.filter((view) => view.events[signal] > 0).length,
      });
    }
    expect(row?.totalSeconds).toBeCloseTo(
      total(views.map((view) => view.totalSeconds)) / humans.length,
    );
    expect(row?.scrollDepth).toBeCloseTo(
      total(
        humans.map(
          (visit) => total(visit.views.map((view) => view.scrollDepth)) / visit.views.length,
        ),
      ) / humans.length,
    );
  });

  it('gives one row of zeros and nulls for a window without visits', () => {
    const [row, ...others] = truth({ site, from, to: from });
    expect(row).toMatchObject({ sessions: 0, scrollDepth: null, totalSeconds: null });
    expect(others).toEqual([]);
    expect(truth({ site, from, to: from, by: ['page'] })).toEqual([]);
  });

  it('splits sessions by device, source and medium without losing or doubling any', () => {
    const rows = truth({ site, from, to, by: ['device', 'source', 'medium'] });
    expect(total(rows.map((row) => row.sessions))).toBe(humans.length);
    const direct = rows.find(({ segment }) => segment.device === 'PC' && segment.source === null);
    expect(direct?.sessions).toBe(
      humans.filter((visit) => visit.device === 'PC' && visit.source === null).length,
    );
  });

  it('counts bounces by referrer', () => {
    const rows = truth({ site, from, to, by: ['referrer'] });
    const google = rows.find(({ segment }) => segment.referrer === 'https://www.google.com/');
    const came = humans.filter((visit) => visit.referrer === 'https://www.google.com/');
    expect(google?.sessions).toBe(came.length);
    expect(google?.bouncedSessions).toBe(came.filter((visit) => visit.views.length === 1).length);
  });

  it('counts a session once per page, or once per URL variant of it, as asked', () => {
    const home = 'https://shop.example.com/';
    const sessionsAt = (counting: 'distinct' | 'per-url') =>
      truth({ site, from, to, by: ['page'], normaliseUrl: stripped, counting }).find(
        ({ segment }) => segment.page === home,
      )?.sessions;
    const variantsOf = (visit: Visit) =>
      new Set(visit.views.map((view) => view.url ?? '').filter((url) => stripped(url) === home));
    expect(sessionsAt('distinct')).toBe(
      humans.filter((visit) => variantsOf(visit).size > 0).length,
    );
    expect(sessionsAt('per-url')).toBe(total(humans.map((visit) => variantsOf(visit).size)));
    expect(sessionsAt('per-url')).toBeGreaterThan(sessionsAt('distinct') ?? 0);
  });

  it('adds the pages of the devices up to the page', () => {
    const pages = truth({ site, from, to, by: ['page'] });
    const joint = truth({ site, from, to, by: ['page', 'device'] });
    for (const page of pages) {
      const parts = joint.filter(({ segment }) => segment.page === page.segment.page);
      expect(total(parts.map((part) => part.sessions))).toBe(page.sessions);
      expect(total(parts.map((part) => part.signals.deadClicks.affected))).toBe(
        page.signals.deadClicks.affected,
      );
    }
  });

  it('lists what only bots saw when asked', () => {
    const row = expect.objectContaining({ segment: { page: 'https://shop.example.com/.env' } });
    expect(truth({ site, from, to, by: ['page'] })).not.toContainEqual(row);
    expect(truth({ site, from, to, by: ['page'], withBots: true })).toContainEqual(row);
  });
});
