import { defaultSignalWeights } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import {
  coveredBreakdowns,
  isKnownPage,
  listProjects,
  listRecentPages,
  loadDailySums,
  loadDayStates,
  loadProject,
  loadWindowSums,
  newestCoveredDay,
} from '../../src/index.ts';
import { aFact, cover, twoProjects } from '../support/some-facts.ts';

const week = { from: '2026-11-16', to: '2026-11-22' };

const aDatabase = () => twoProjects({ name: 'Shop', timeZone: 'Europe/Berlin' });

describe('loadProject and listProjects', () => {
  it('reads a project with its time zone and instant', () => {
    const db = aDatabase();
    expect(loadProject(db, 'shop')).toEqual({
      id: 'shop',
      name: 'Shop',
      timeZone: 'Europe/Berlin',
      signalWeights: defaultSignalWeights,
      createdAt: new Date('2026-11-01T08:00:00Z'),
    });
    expect(loadProject(db, 'nobody')).toBeNull();
  });

  it('lists projects by id', () => {
    const db = aDatabase();
    expect(listProjects(db).map(({ id }) => id)).toEqual(['blog', 'shop']);
  });
});

describe('loadWindowSums', () => {
  it('adds a segment up over the days of the range and leaves the others out', () => {
    const db = aDatabase();
    aFact(db, { day: '2026-11-15', sessions: 1000 });
    aFact(db, { day: '2026-11-16', sessions: 10, rage_click_events: 4, rage_click_sessions: 2 });
    aFact(db, { day: '2026-11-22', sessions: 30, rage_click_events: 1, rage_click_sessions: 1 });
    aFact(db, { day: '2026-11-23', sessions: 1000 });
    aFact(db, { day: '2026-11-20', sessions: 1000, project_id: 'blog' });
    aFact(db, { day: '2026-11-20', sessions: 1000, breakdown: 'device', device: 'PC', page: '' });

    const [home, ...others] = loadWindowSums(db, { projectId: 'shop', breakdown: 'page', ...week });
    expect(others).toEqual([]);
    expect(home?.values).toEqual({ page: '/home' });
    expect(home?.sums.sessions).toBe(40);
    expect(home?.sums.signals.rageClicks).toEqual({ events: 5, affected: 3, knownSessions: 40 });
  });

  it('keeps what was never known null and counts the sessions of the days it was known on', () => {
    const db = aDatabase();
    aFact(db, { day: '2026-11-16', sessions: 10, dead_click_events: 3, dead_click_sessions: 3 });
    aFact(db, { day: '2026-11-17', sessions: 90, bounced_sessions: 30, bot_sessions: 2 });
    aFact(db, { day: '2026-11-18', sessions: 5, scroll_depth_sum: 250.5, scroll_depth_weight: 5 });

    expect(loadWindowSums(db, { projectId: 'shop', breakdown: 'page', ...week })).toEqual([
      {
        values: { page: '/home' },
        sums: {
          sessions: 105,
          botSessions: 2,
          pageViews: null,
          bouncedSessions: 30,
          bounceKnownSessions: 90,
          signals: {
            rageClicks: { events: null, affected: null, knownSessions: 0 },
            deadClicks: { events: 3, affected: 3, knownSessions: 10 },
            errorClicks: { events: null, affected: null, knownSessions: 0 },
            scriptErrors: { events: null, affected: null, knownSessions: 0 },
            quickbackClicks: { events: null, affected: null, knownSessions: 0 },
            excessiveScrolls: { events: null, affected: null, knownSessions: 0 },
          },
          scrollDepth: { sum: 250.5, weight: 5 },
          totalSeconds: null,
          activeSeconds: null,
        },
      },
    ]);
  });

  it('gives one page of a joint breakdown when asked', () => {
    const db = aDatabase();
    const joint = { breakdown: 'page_device', day: '2026-11-18' };
    aFact(db, { ...joint, page: '/home', device: 'PC', sessions: 7 });
    aFact(db, { ...joint, page: '/home', device: 'Mobile', sessions: 8 });
    aFact(db, { ...joint, page: '/cart', device: 'PC', sessions: 9 });

    const found = loadWindowSums(db, {
      projectId: 'shop',
      breakdown: 'page_device',
      ...week,
      page: '/home',
    });
    expect(found.map(({ values, sums }) => ({ ...values, sessions: sums.sessions }))).toEqual([
      { page: '/home', device: 'PC', sessions: 7 },
      { page: '/home', device: 'Mobile', sessions: 8 },
    ]);
  });

  it('has a total without values', () => {
    const db = aDatabase();
    aFact(db, { breakdown: 'total', page: '', day: '2026-11-18', sessions: 50 });
    const [total] = loadWindowSums(db, { projectId: 'shop', breakdown: 'total', ...week });
    expect([total?.values, total?.sums.sessions]).toEqual([{}, 50]);
  });
});

describe('loadDailySums', () => {
  it('adds segments up per day, in order, without days that have no fact', () => {
    const db = aDatabase();
    aFact(db, { day: '2026-11-22', sessions: 3 });
    aFact(db, { day: '2026-11-16', sessions: 1 });
    aFact(db, { day: '2026-11-16', sessions: 2, page: '/cart' });

    const all = loadDailySums(db, { projectId: 'shop', breakdown: 'page', ...week });
    expect([...all].map(([day, sums]) => [day, sums?.sessions])).toEqual([
      ['2026-11-16', 3],
      ['2026-11-22', 3],
    ]);
    const cart = loadDailySums(db, {
      projectId: 'shop',
      breakdown: 'page',
      ...week,
      page: '/cart',
    });
    expect([...cart].map(([day, sums]) => [day, sums?.sessions])).toEqual([['2026-11-16', 2]]);
  });
});

describe('coverage', () => {
  it('tells the state of known days, the newest of them and their breakdowns', () => {
    const db = aDatabase();
    cover(db, { day: '2026-11-17', state: 'estimated' });
    cover(db, { day: '2026-11-16', state: 'complete' });
    cover(db, { day: '2026-11-23', state: 'complete' });
    cover(db, { day: '2026-11-24', state: 'truncated', breakdown: 'device' });
    cover(db, { day: '2026-12-01', state: 'complete', project_id: 'blog' });

    expect([...loadDayStates(db, { projectId: 'shop', breakdown: 'page', ...week })]).toEqual([
      ['2026-11-16', 'complete'],
      ['2026-11-17', 'estimated'],
    ]);
    expect(newestCoveredDay(db, 'shop')).toBe('2026-11-24');
    expect(newestCoveredDay(db, 'nobody')).toBeNull();
    expect(coveredBreakdowns(db, 'shop')).toEqual(['page', 'device']);
    expect(coveredBreakdowns(db, 'nobody')).toEqual([]);
  });
});

describe('pages', () => {
  it('knows pages of any day, and lists those of the last four weeks', () => {
    const db = aDatabase();
    for (const day of ['2026-09-01', '2026-11-20']) cover(db, { day });
    aFact(db, { day: '2026-09-01', page: '/old' });
    aFact(db, { day: '2026-11-20', page: '/new' });
    aFact(db, { day: '2026-11-20', page: '/theirs', project_id: 'blog' });

    expect(isKnownPage(db, { projectId: 'shop', page: '/old' })).toBe(true);
    expect(isKnownPage(db, { projectId: 'shop', page: '/theirs' })).toBe(false);
    expect(listRecentPages(db, 'shop')).toEqual(['/new']);
    expect(listRecentPages(db, 'nobody')).toEqual([]);
  });
});
