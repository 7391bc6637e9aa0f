// @module-tag slow
import type { Breakdown } from '@clarity-keep/core';
import { forEachSignal, signals } from '@clarity-keep/core';
import { loadWindowSums } from '@clarity-keep/db';
import type { FaultWhen } from '@clarity-keep/simulator';
import { describe, expect, it } from 'vitest';
import type { CollectorFixture } from '../support/a-collector.ts';
import { aDailyCollector } from '../support/a-collector.ts';
import { rows } from '../support/a-database.ts';
import { expectTruth } from '../support/the-truth.ts';

const DAY = '2026-11-19';

const isByPage: FaultWhen = ({ query }) => query['dimension1'] === 'URL';
const isByDeviceAndSource: FaultWhen = ({ query }) => query['dimension1'] === 'Device';

function states({ db }: CollectorFixture, day = DAY): Record<string, unknown> {
  const found = rows(db, 'SELECT breakdown, state FROM day_coverage WHERE day = ?', day);
  return Object.fromEntries(found.map(({ breakdown, state }) => [breakdown, state]));
}

function sumsOf({ db, simulator }: CollectorFixture, breakdown: Breakdown) {
  const { projectId } = simulator;
  return loadWindowSums(db, { projectId, breakdown, from: DAY, to: DAY });
}

function later({ clock }: CollectorFixture, hours: number): void {
  clock.now = new Date(clock.now.getTime() + hours * 3_600_000);
}

/** As recorded once: an answer by Browser with these two and no Traffic. */
const twoMetrics = {
  type: 'missing-metrics',
  metrics: ['ExcessiveScroll', 'ScrollDepth'],
  which: 'all-others',
} as const;

describe('a response that lacks metrics', () => {
  it('is asked for again in the same run, after all others', async () => {
    const collector = await aDailyCollector();
    const { db, simulator, collect } = collector;
    let isHit = false;
    simulator.fault(twoMetrics, (request) => {
      const isNow = !isHit && isByPage(request);
      isHit ||= isNow;
      return isNow;
    });
    const { calls, warnings, error } = await collect();
    expect(error).toBeNull();
    expect(calls.map(({ dimensions }) => dimensions.join())).toEqual([
      '',
      'URL,Device',
      'Device,Source,Medium',
      'URL,Device',
    ]);
    expect(warnings).toEqual([
      'Clarity left Traffic, RageClickCount, DeadClickCount, ErrorClickCount, ScriptErrorCount, QuickbackClick and EngagementTime ' +
        'out of the response by page_device: what they measure is unknown, and the day is marked as cut off until a later response has them.',
    ]);
    expect(states(collector)).toMatchObject({ page: 'complete', page_device: 'complete' });
    const { projectId, site } = simulator;
    expectTruth(db, { projectId, site, from: DAY, to: DAY });
    expect(await collect()).toMatchObject({ calls: [] });
  });

  it('leaves the rest of the day unknown, never zero', async () => {
    const collector = await aDailyCollector();
    collector.simulator.fault(twoMetrics, isByPage);
    await collector.collect();
    expect(states(collector)).toMatchObject({
      total: 'complete',
      page: 'truncated',
      page_device: 'truncated',
      device: 'complete',
    });
    const pages = sumsOf(collector, 'page');
    expect(pages.length).toBeGreaterThan(10);
    for (const { sums } of pages) {
      expect(sums.sessions).toBeGreaterThan(0);
      expect(sums.botSessions).toBeNull();
      expect(sums.signals).toEqual({
        ...forEachSignal(() => ({ events: null, affected: null, knownSessions: 0 })),
        excessiveScrolls: {
          events: expect.any(Number),
          affected: expect.any(Number),
          knownSessions: sums.sessions,
        },
      });
      expect(sums.activeSeconds).toBeNull();
      expect(sums.scrollDepth?.weight).toBe(sums.sessions);
    }
  });

  it('is asked for twice about a day at most, and filled the next day', async () => {
    const collector = await aDailyCollector();
    const { simulator, collect } = collector;
    const mend = simulator.fault(twoMetrics, isByPage);
    const { calls } = await collect();
    expect(calls).toHaveLength(4);
    later(collector, 1);
    expect(await collect()).toMatchObject({ calls: [] });
    mend();
    later(collector, 23);
    const next = await collect();
    expect(next.calls.map((call) => `${call.numOfDays}: ${call.dimensions.join()}`)).toEqual([
      '1: ',
      '1: URL,Device',
      '1: Device,Source,Medium',
      '2: URL,Device',
    ]);
    expect(states(collector)).toMatchObject({ page: 'estimated', page_device: 'estimated' });
    for (const { sums } of sumsOf(collector, 'page')) {
      for (const signal of signals) expect(sums.signals[signal].affected).not.toBeNull();
    }
  });

  it('for ever costs no other breakdown a call, and never more than the quota', async () => {
    const collector = await aDailyCollector();
    const { simulator, collect } = collector;
    simulator.fault({ type: 'missing-metrics', metrics: ['QuickbackClick'] }, 'always');
    for (let day = 0; day < 6; day += 1) {
      const { calls, error } = await collect();
      expect(error).toBeNull();
      expect(calls.slice(0, 3).map(({ dimensions }) => dimensions.join())).toEqual([
        '',
        'URL,Device',
        'Device,Source,Medium',
      ]);
      expect(calls).toHaveLength(6);
      later(collector, 24);
    }
    expect(simulator.requests.every(({ status }) => status === 200)).toBe(true);
    const { referrer: _, ...ofMetrics } = states(collector);
    expect(new Set(Object.values(ofMetrics))).toEqual(new Set(['truncated']));
  });

  it('and counts no sessions is not counted at all', async () => {
    const collector = await aDailyCollector();
    const { simulator, collect } = collector;
    simulator.fault(
      { type: 'missing-metrics', metrics: ['ScrollDepth', 'EngagementTime'], which: 'all-others' },
      isByDeviceAndSource,
    );
    const { warnings } = await collect();
    expect(warnings.join()).toContain('does not say how many sessions there were');
    expect(states(collector)).not.toHaveProperty('device');
    expect(sumsOf(collector, 'device')).toEqual([]);
  });
});

describe('a response that lacks rows of a metric', () => {
  it('leaves them unknown, and a rate stands on the sessions that are known', async () => {
    const collector = await aDailyCollector();
    const { simulator, collect } = collector;
    simulator.fault({ type: 'missing-rows', metric: 'RageClickCount' }, isByPage);
    simulator.fault({ type: 'missing-rows', metric: 'ScrollDepth' }, isByPage);
    const { warnings } = await collect();
    expect(warnings).toEqual([]);
    const pages = sumsOf(collector, 'page').filter(({ sums }) => sums.sessions > 0);
    const known = pages.map(({ sums }) => sums.signals.rageClicks.knownSessions / sums.sessions);
    expect(known.some((share) => share > 0 && share < 1)).toBe(true);
    for (const { sums } of pages) {
      const { affected, knownSessions } = sums.signals.rageClicks;
      expect(affected === null).toBe(knownSessions === 0);
      expect(affected ?? 0).toBeLessThanOrEqual(knownSessions);
      expect(sums.signals.deadClicks.knownSessions).toBe(sums.sessions);
    }
  });
});

/** A response in Clarity's form, from the rows of each metric. */
function aBody(metrics: Record<string, readonly object[]>): string {
  return JSON.stringify(
    Object.entries(metrics).map(([metricName, information]) => ({ metricName, information })),
  );
}

const friction = [
  'DeadClickCount',
  'ExcessiveScroll',
  'RageClickCount',
  'QuickbackClick',
  'ScriptErrorCount',
  'ErrorClickCount',
];

/** The same rows for each of the six signals. */
function ofAllSignals(information: readonly object[]): Record<string, readonly object[]> {
  return Object.fromEntries(friction.map((metric) => [metric, information]));
}

describe('a day with bots only', () => {
  it('is a day with no sessions of people, and complete', async () => {
    const collector = await aDailyCollector();
    const { db, simulator, collect } = collector;
    const bots = { totalSessionCount: 0, totalBotSessionCount: 5, distinctUserCount: 5 };
    const none = { sessionsCount: 0, sessionsWithMetricPercentage: 0, pagesViews: 0, subTotal: 0 };
    const body = aBody({
      ...ofAllSignals([none]),
      ScrollDepth: [{ averageScrollDepth: null }],
      Traffic: [bots],
      EngagementTime: [{ totalTime: null, activeTime: null }],
      ReferrerUrl: [],
    });
    simulator.fault({ type: 'body', body }, ({ query }) => query['dimension1'] === undefined);
    const byPage = aBody({
      ...ofAllSignals([]),
      ScrollDepth: [],
      Traffic: [{ ...bots, Url: 'https://shop.example/', Device: 'PC' }],
      EngagementTime: [],
    });
    simulator.fault({ type: 'body', body: byPage }, isByPage);
    const { warnings, calls } = await collect();
    expect(warnings).toEqual([]);
    expect(calls).toHaveLength(3);
    expect(states(collector)).toMatchObject({
      total: 'complete',
      page: 'complete',
      page_device: 'complete',
      referrer: 'complete',
    });
    const [total] = rows(db, 'SELECT * FROM site_days WHERE day = ?', DAY);
    expect(total).toMatchObject({
      sessions: 0,
      bot_sessions: 5,
      rage_click_events: 0,
      rage_click_sessions: 0,
    });
  });
});

describe('a mobile-app project', () => {
  it('is told that it is not supported yet, and gets no pages without visits', async () => {
    const collector = await aDailyCollector();
    const { db, simulator, collect } = collector;
    const row = {
      sessionsCount: 40,
      sessionsWithMetricPercentage: 5,
      screensViews: 3,
      subTotal: 4,
    };
    const body = aBody({
      DeadTapCount: [row],
      RageTapCount: [row],
      ApplicationErrorCount: [row],
      QuickbackClick: [row],
      Traffic: [{ totalSessionCount: 40, screensPerSessionPercentage: 3.2 }],
      EngagementTime: [{ totalTime: 30, activeTime: 20 }],
    });
    simulator.fault({ type: 'body', body }, 'always');
    const { error, unreadable } = await collect();
    expect(error).toEqual({
      code: 'not-understood',
      message: expect.stringContaining('not supported yet: it is about a mobile app'),
    });
    expect(unreadable[0]).toContain('The raw response is stored.');
    expect(rows(db, 'SELECT * FROM day_facts WHERE day = ?', DAY)).toEqual([]);
  });
});

describe('a share over 100%', () => {
  it('is unknown, and a warning says so', async () => {
    const collector = await aDailyCollector();
    const { simulator, collect } = collector;
    const values = { Device: 'PC', Source: '', Medium: '' };
    const row = { sessionsCount: 40, subTotal: 60, ...values };
    const body = aBody({
      ...ofAllSignals([{ ...row, sessionsWithMetricPercentage: 5 }]),
      RageClickCount: [{ ...row, sessionsWithMetricPercentage: 120 }],
      ScrollDepth: [{ averageScrollDepth: 50, ...values }],
      Traffic: [{ totalSessionCount: 40, totalBotSessionCount: 0, ...values }],
      EngagementTime: [{ totalTime: 30, activeTime: 20, ...values }],
    });
    simulator.fault({ type: 'body', body }, isByDeviceAndSource);
    const { warnings } = await collect();
    expect(warnings).toEqual([
      'Clarity sent impossible values: RageClickCount.sessionsWithMetricPercentage is 120. They count as unknown.',
    ]);
    const [device] = sumsOf(collector, 'device');
    expect(device?.sums.signals).toMatchObject({
      rageClicks: { affected: null, knownSessions: 0 },
      deadClicks: { affected: 2, knownSessions: 40 },
    });
  });
});
