import { describe, expect, it } from 'vitest';
import {
  askQuestion,
  coverageCalendar,
  devicesScrollDepth,
  referrersBounceRate,
  sourcesQuickbackRate,
  trendsDaily,
} from '../../src/index.ts';
import { aContext, aFact, cover } from '../support/kept.ts';

describe('devices.scrollDepth', () => {
  it('averages over sessions, not over days', async () => {
    const context = aContext({});
    const device = { breakdown: 'device', device: 'PC' };
    aFact(context, {
      ...device,
      day: '2026-11-19',
      sessions: 1,
      scroll_depth_sum: 100,
      scroll_depth_weight: 1,
    });
    aFact(context, { ...device, sessions: 3, scroll_depth_sum: 50, scroll_depth_weight: 3 });
    aFact(context, { ...device, device: 'Mobile', sessions: 9 });
    aFact(context, { ...device, device: 'Email', sessions: 0 });

    expect((await askQuestion(devicesScrollDepth, context, {})).rows).toEqual([
      { device: 'Mobile', sessions: 9, scrollDepth: null },
      { device: 'PC', sessions: 4, scrollDepth: 37.5 },
    ]);
  });

  it('answers nothing, with all days missing, when devices were never asked for', async () => {
    const context = aContext({});
    aFact(context, { breakdown: 'page_device', page: '/a', device: 'PC' });
    const answer = await askQuestion(devicesScrollDepth, context, {
      from: '2026-11-20',
      to: '2026-11-20',
    });
    expect([answer.rows, answer.coverage.missing]).toEqual([[], ['2026-11-20']]);
  });
});

describe('referrers.bounceRate', () => {
  it('orders by bounce rate and leaves out the empty referrer and the small ones', async () => {
    const context = aContext({});
    const facts = [
      { referrer: 'https://a.example', sessions: 6, bounced_sessions: 3 },
      { referrer: 'https://b.example', sessions: 60, bounced_sessions: 30 },
      { referrer: 'https://c.example', sessions: 10, bounced_sessions: 9 },
      { referrer: 'https://unknown.example', sessions: 500 },
      { referrer: 'https://small.example', sessions: 5, bounced_sessions: 5 },
      { referrer: '', sessions: 500, bounced_sessions: 500 },
    ];
    for (const fact of facts) aFact(context, { breakdown: 'referrer', ...fact });

    expect((await askQuestion(referrersBounceRate, context, {})).rows).toEqual([
      { referrer: 'https://c.example', sessions: 10, bounced: 9, bounceRate: 0.9 },
      { referrer: 'https://b.example', sessions: 60, bounced: 30, bounceRate: 0.5 },
      { referrer: 'https://a.example', sessions: 6, bounced: 3, bounceRate: 0.5 },
      { referrer: 'https://unknown.example', sessions: 500, bounced: null, bounceRate: null },
    ]);
    expect((await askQuestion(referrersBounceRate, context, { minSessions: 501 })).rows).toEqual(
      [],
    );
  });

  it('rates bounces over the days on which they were known', async () => {
    const context = aContext({});
    const referrer = { breakdown: 'referrer', referrer: 'https://a.example' };
    aFact(context, { ...referrer, day: '2026-11-19', sessions: 10, bounced_sessions: 5 });
    aFact(context, { ...referrer, sessions: 90 });
    expect((await askQuestion(referrersBounceRate, context, {})).rows).toEqual([
      { referrer: 'https://a.example', sessions: 100, bounced: 5, bounceRate: 0.5 },
    ]);
  });
});

describe('sources.quickbackRate', () => {
  it('orders by rate, then sessions, unknown last', async () => {
    const context = aContext({});
    const breakdown = 'source_medium';
    aFact(context, {
      breakdown,
      source: 'ads',
      medium: 'cpc',
      sessions: 20,
      quickback_click_sessions: 5,
    });
    aFact(context, {
      breakdown,
      source: '',
      medium: '',
      sessions: 40,
      quickback_click_sessions: 10,
    });
    aFact(context, { breakdown, source: 'mail', medium: 'email', sessions: 4 });
    expect((await askQuestion(sourcesQuickbackRate, context, {})).rows).toEqual([
      { source: '', medium: '', sessions: 40, quickbackRate: 0.25 },
      { source: 'ads', medium: 'cpc', sessions: 20, quickbackRate: 0.25 },
      { source: 'mail', medium: 'email', sessions: 4, quickbackRate: null },
    ]);
  });
});

describe('trends.daily', () => {
  const window = { from: '2026-11-20', to: '2026-11-22' };

  it('leaves a hole where a day is missing', async () => {
    const context = aContext({});
    aFact(context, {
      breakdown: 'total',
      sessions: 100,
      dead_click_events: 8,
      dead_click_sessions: 5,
    });
    aFact(context, { breakdown: 'total', day: '2026-11-22', sessions: 90, state: 'estimated' });
    const { rows, coverage } = await askQuestion(trendsDaily, context, window);
    expect(
      rows.map(({ day, state, sessions, signals }) => [
        day,
        state,
        sessions,
        signals.deadClicks.affected,
      ]),
    ).toEqual([
      ['2026-11-20', 'complete', 100, 5],
      ['2026-11-21', 'missing', null, null],
      ['2026-11-22', 'estimated', 90, null],
    ]);
    expect(coverage.missing).toEqual(['2026-11-21']);
  });

  it('follows one page under the coverage of pages, and does not read a cut answer as no visit', async () => {
    const context = aContext({});
    aFact(context, { page: '/a', sessions: 7 });
    cover(context, { day: '2026-11-21', state: 'truncated' });
    cover(context, { day: '2026-11-22', state: 'complete' });
    const { rows } = await askQuestion(trendsDaily, context, { ...window, page: '/a' });
    expect(rows.map(({ state, sessions }) => [state, sessions])).toEqual([
      ['complete', 7],
      ['truncated', null],
      ['complete', 0],
    ]);
  });
});

describe('coverage.calendar', () => {
  const window = { from: '2026-11-20', to: '2026-11-21' };

  it('shows every day of every breakdown that anything is known of', async () => {
    const context = aContext({});
    cover(context, { breakdown: 'total', state: 'complete' });
    cover(context, { breakdown: 'page', state: 'truncated' });
    cover(context, { breakdown: 'device', day: '2026-01-01' });
    const answer = await askQuestion(coverageCalendar, context, window);
    expect(answer.rows).toEqual([
      { day: '2026-11-20', breakdown: 'total', state: 'complete', hours: 24 },
      { day: '2026-11-20', breakdown: 'page', state: 'truncated', hours: 24 },
      { day: '2026-11-20', breakdown: 'device', state: 'missing', hours: null },
      { day: '2026-11-21', breakdown: 'total', state: 'missing', hours: null },
      { day: '2026-11-21', breakdown: 'page', state: 'missing', hours: null },
      { day: '2026-11-21', breakdown: 'device', state: 'missing', hours: null },
    ]);
    expect(answer.coverage.complete).toEqual(['2026-11-20']);
  });

  it('shows the totals as missing when nothing is known', async () => {
    expect((await askQuestion(coverageCalendar, aContext({}), window)).rows).toEqual([
      { day: '2026-11-20', breakdown: 'total', state: 'missing', hours: null },
      { day: '2026-11-21', breakdown: 'total', state: 'missing', hours: null },
    ]);
  });
});
