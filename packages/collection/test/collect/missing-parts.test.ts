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
      if (knownSessions === 0) expect(affected).toBeNull();
      else expect(affected).toBeLessThanOrEqual(knownSessions);
      expect(sums.signals.deadClicks.knownSessions).toBe(sums.sessions);
    }
  });
});
