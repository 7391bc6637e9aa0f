import { forEachSignal } from '@clarity-keep/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  loadDailySignals,
  loadDailySums,
  loadDeviceSignals,
  loadPageSignals,
  loadUnrecognised,
  loadWindowSums,
  openDatabase,
  readAtOnce,
} from '../../src/index.ts';
import { aFact, insert, twoProjects } from '../support/some-facts.ts';

const range = { from: '2026-11-16', to: '2026-11-22' };

describe('loadPageSignals', () => {
  it('adds pages up over the days that are asked for, which need not be in a row', () => {
    const db = twoProjects();
    aFact(db, { day: '2026-11-16', sessions: 10, rage_click_sessions: 2 });
    aFact(db, { day: '2026-11-17', sessions: 1_000, rage_click_sessions: 1_000 });
    aFact(db, { day: '2026-11-19', sessions: 30, rage_click_sessions: 1 });
    aFact(db, { day: '2026-11-19', page: '/cart', sessions: 5 });
    aFact(db, { day: '2026-11-19', page: '/cart', project_id: 'blog', sessions: 9 });
    aFact(db, { day: '2026-11-19', page: '/cart', breakdown: 'page_device', sessions: 9 });

    const days = ['2026-11-16', '2026-11-19'];
    const found = loadPageSignals(db, { projectId: 'shop', days });
    expect(found.map(({ page, sums }) => [page, sums.sessions])).toEqual([
      ['/home', 40],
      ['/cart', 5],
    ]);
    expect(found[0]?.sums.signals.rageClicks).toEqual({ affected: 3, knownSessions: 40 });
    expect(loadPageSignals(db, { projectId: 'shop', days: [] })).toEqual([]);
  });

  it('leaves the sessions of days out on which a signal was not counted', () => {
    const db = twoProjects();
    aFact(db, { day: '2026-11-16', sessions: 10, dead_click_sessions: 4 });
    aFact(db, { day: '2026-11-17', sessions: 90, dead_click_sessions: null });
    const [home] = loadPageSignals(db, { projectId: 'shop', days: ['2026-11-16', '2026-11-17'] });
    expect(home?.sums.sessions).toBe(100);
    expect(home?.sums.signals.deadClicks).toEqual({ affected: 4, knownSessions: 10 });
    expect(home?.sums.signals.scriptErrors).toEqual({ affected: null, knownSessions: 0 });
  });

  it('leaves the sessions of a day out in which a signal was not known', () => {
    const db = twoProjects();
    aFact(db, { day: '2026-11-16', sessions: 10, rage_click_sessions: 4 });
    aFact(db, {
      day: '2026-11-17',
      sessions: 90,
      rage_click_sessions: 6,
      rage_click_known_sessions: 20,
    });
    const [home] = loadPageSignals(db, { projectId: 'shop', days: ['2026-11-16', '2026-11-17'] });
    expect(home?.sums.sessions).toBe(100);
    expect(home?.sums.signals.rageClicks).toEqual({ affected: 10, knownSessions: 30 });
  });

  it('takes no zero of a day without sessions for one of a day with unknown signals', () => {
    const db = twoProjects();
    aFact(db, { day: '2026-11-16', sessions: 0, rage_click_events: 0, rage_click_sessions: 0 });
    aFact(db, { day: '2026-11-17', sessions: 90 });
    const unknown = { affected: null, knownSessions: 0 };
    const [home] = loadPageSignals(db, { projectId: 'shop', days: ['2026-11-16', '2026-11-17'] });
    expect(home?.sums.signals.rageClicks).toEqual(unknown);
    const [all] = loadWindowSums(db, { projectId: 'shop', breakdown: 'page', ...range });
    expect(all?.sums.signals.rageClicks).toEqual({ ...unknown, events: null });
  });
});

describe('the sums of signals', () => {
  it('are those of all sums, for segments and for days', () => {
    const db = twoProjects();
    for (const [index, day] of ['2026-11-16', '2026-11-18', '2026-11-22'].entries()) {
      for (const page of ['/home', '/cart']) {
        aFact(db, {
          day,
          page,
          sessions: 7 + 3 * index,
          rage_click_sessions: index,
          error_click_sessions: page === '/cart' ? 2 : null,
          quickback_click_sessions: 1,
          script_error_sessions: index === 1 ? null : 4,
          excessive_scroll_sessions: 0,
          excessive_scroll_known_sessions: page === '/cart' ? 3 : null,
        });
      }
    }
    const pages = { projectId: 'shop', breakdown: 'page' as const, ...range };
    const days = ['2026-11-16', '2026-11-18', '2026-11-22'];
    expect(loadPageSignals(db, { projectId: 'shop', days })).toEqual(
      loadWindowSums(db, pages).map(({ values, sums }) => ({
        page: values.page,
        sums: lean(sums),
      })),
    );
    for (const page of [undefined, '/cart', '/nowhere']) {
      expect(loadDailySignals(db, { ...pages, page })).toEqual(
        new Map(
          [...loadDailySums(db, { ...pages, page })].map(([day, sums]) => [
            day,
            sums && lean(sums),
          ]),
        ),
      );
    }
  });

  function lean({ sessions, signals }: ReturnType<typeof loadWindowSums>[number]['sums']) {
    return {
      sessions,
      signals: forEachSignal((signal) => ({
        affected: signals[signal].affected,
        knownSessions: signals[signal].knownSessions,
      })),
    };
  }
});

describe('loadDeviceSignals', () => {
  it('tells the days of one page by device', () => {
    const db = twoProjects();
    const joint = { breakdown: 'page_device', rage_click_sessions: 1 };
    aFact(db, { ...joint, device: 'PC', day: '2026-11-16', sessions: 7 });
    aFact(db, { ...joint, device: 'Mobile', day: '2026-11-16', sessions: 8 });
    aFact(db, { ...joint, device: 'Mobile', day: '2026-11-20', sessions: 9 });
    aFact(db, { ...joint, device: 'Mobile', day: '2026-11-23', sessions: 99 });
    aFact(db, { ...joint, device: 'Mobile', day: '2026-11-20', sessions: 99, page: '/cart' });

    const devices = loadDeviceSignals(db, { projectId: 'shop', page: '/home', ...range });
    const sessions = [...devices].map(([device, days]) => [
      device,
      [...days].map(([day, sums]) => [day, sums.sessions]),
    ]);
    expect(sessions).toEqual([
      [
        'Mobile',
        [
          ['2026-11-16', 8],
          ['2026-11-20', 9],
        ],
      ],
      ['PC', [['2026-11-16', 7]]],
    ]);
    expect(devices.get('PC')?.get('2026-11-16')?.signals.rageClicks).toEqual({
      affected: 1,
      knownSessions: 7,
    });
  });
});

describe('loadUnrecognised', () => {
  it('names once what the answers about a time had that was not known', () => {
    const db = twoProjects();
    const call = (day: string, unrecognised: string | null, projectId = 'shop') =>
      insert(db, 'api_calls', {
        project_id: projectId,
        requested_at: `${day}T05:00:00.000Z`,
        quota_day: day,
        num_of_days: 1,
        dimensions: '',
        state: 'answered',
        window_start: `${day}T05:00:00.000Z`,
        window_end: `${day.slice(0, -2)}${Number(day.slice(-2)) + 1}T05:00:00.000Z`,
        unrecognised,
      });
    call('2026-11-14', '["Before"]');
    call('2026-11-15', '["Zoom","Traffic.newField"]');
    call('2026-11-18', '["Zoom"]');
    call('2026-11-19', null);
    call('2026-11-20', '["Others"]', 'blog');
    call('2026-11-23', '["After"]');
    const names = loadUnrecognised(db, {
      projectId: 'shop',
      from: new Date('2026-11-16T00:00:00Z'),
      to: new Date('2026-11-23T00:00:00Z'),
    });
    expect(names).toEqual(['Traffic.newField', 'Zoom']);
  });
});

describe('readAtOnce', () => {
  it('shows one state of the file, whoever writes to it meanwhile', () => {
    const db = twoProjects();
    aFact(db, { sessions: 5 });
    const other = openDatabase({ url: `file:${db.path}`, cwd: '/' });
    onTestFinished(() => other.close());
    const sessions = () =>
      loadPageSignals(db, { projectId: 'shop', days: ['2026-11-16'] }).map(
        ({ sums }) => sums.sessions,
      );
    const seen = readAtOnce(db, () => {
      const before = sessions();
      other.sql.exec('UPDATE day_facts SET sessions = 6');
      return [before, sessions()];
    });
    expect([...seen, sessions()]).toEqual([[5], [5], [6]]);
  });
});
