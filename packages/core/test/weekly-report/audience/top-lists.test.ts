import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceRows } from '../../../src/weekly-report/audience/device-rows.ts';
import { topReferrers } from '../../../src/weekly-report/audience/top-referrers.ts';
import { topSources } from '../../../src/weekly-report/audience/top-sources.ts';
import { someSums } from '../../support/a-week.ts';

/** Sums of so many sessions, of which so many bounced. */
const bounces = (sessions: number, bouncedSessions: number | null) =>
  someSums(
    sessions,
    {},
    { bouncedSessions, bounceKnownSessions: bouncedSessions === null ? 0 : sessions },
  );

describe('referrers', () => {
  it('come by bounce rate where it is known, by sessions otherwise', () => {
    const { rows, bouncesKnown } = topReferrers([
      { referrer: 'https://low.example/', sums: bounces(90, 9) },
      { referrer: 'https://high.example/', sums: bounces(10, 9) },
      { referrer: 'https://unknown.example/', sums: bounces(900, null) },
    ]);
    expect(bouncesKnown).toBe(true);
    expect(rows.map(({ label, bounceRate }) => [label, bounceRate])).toEqual([
      ['high.example', 0.9],
      ['low.example', 0.1],
      ['unknown.example', null],
    ]);
  });

  it('say that bounces are unknown where no referrer has any', () => {
    const { rows, bouncesKnown } = topReferrers([
      { referrer: 'https://a.example/', sums: bounces(10, null) },
      { referrer: 'https://b.example/', sums: bounces(20, null) },
    ]);
    expect(bouncesKnown).toBe(false);
    expect(rows.map(({ label }) => label)).toEqual(['b.example', 'a.example']);
  });

  it('need six sessions; direct visits and empty ones are not referrers', () => {
    const { rows, setApart, minSessions } = topReferrers([
      { referrer: 'https://six.example/', sums: bounces(6, 0) },
      { referrer: 'https://five.example/', sums: bounces(5, 5) },
      { referrer: '', sums: bounces(500, 250) },
      { referrer: 'https://bots.example/', sums: bounces(0, 0) },
    ]);
    expect(rows.map(({ label }) => label)).toEqual(['six.example']);
    expect([setApart, minSessions]).toEqual([1, 6]);
  });

  it('are ten at most, whatever their order was', () => {
    const all = Array.from({ length: 25 }, (_, index) => ({
      referrer: `https://r${index}.example/`,
      sums: bounces(100, index),
    }));
    const { rows, setApart } = topReferrers(all);
    expect(rows.map(({ bounced }) => bounced)).toEqual([24, 23, 22, 21, 20, 19, 18, 17, 16, 15]);
    expect(setApart).toBe(0);
    expect(topReferrers(all.toReversed()).rows).toEqual(rows);
  });

  it('are harmless to show', () => {
    const [row] = topReferrers([
      { referrer: 'https://evil.example/\u202Egnp.exe', sums: bounces(60, 6) },
    ]).rows;
    expect(row?.label).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('sources', () => {
  const quickBacks = (source: string, medium: string, sessions: number, affected: number) => ({
    source,
    medium,
    sums: someSums(sessions, { quickbackClicks: affected }),
  });

  it('come by the share of sessions that went straight back', () => {
    const { rows } = topSources([
      quickBacks('google', 'organic', 1_000, 20),
      quickBacks('google', 'cpc', 400, 40),
      quickBacks('', '', 900, 27),
    ]);
    expect(rows.map(({ label, quickbackRate }) => [label, quickbackRate])).toEqual([
      ['google / cpc', 0.1],
      ['(none)', 0.03],
      ['google / organic', 0.02],
    ]);
  });

  it('with one half of a name are called by it', () => {
    const { rows } = topSources([
      quickBacks('chatgpt.com', '', 40, 2),
      quickBacks('', 'email', 40, 1),
    ]);
    expect(rows.map(({ label }) => label)).toEqual(['chatgpt.com', 'email']);
  });

  it('need thirty sessions, and a signal that is known', () => {
    const unknown = someSums(400);
    unknown.signals.quickbackClicks = { events: null, affected: null, knownSessions: 0 };
    const { rows, setApart, minSessions } = topSources([
      quickBacks('a', 'x', 30, 3),
      quickBacks('b', 'x', 29, 29),
      quickBacks('c', 'x', 0, 0),
      { source: 'd', medium: 'x', sums: unknown },
    ]);
    expect(rows.map(({ source }) => source)).toEqual(['a']);
    expect([setApart, minSessions]).toEqual([1, 30]);
  });

  it('are ten at most, the busier of two alike first', () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: 30, max: 500 }), fc.nat(30)), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(counts, (all) => {
        const { rows } = topSources(
          all.map(([sessions, affected], index) =>
            quickBacks(`s${index}`, 'x', sessions, Math.min(sessions, affected)),
          ),
        );
        expect(rows.length).toBe(Math.min(10, all.length));
        expect(rows).toEqual(
          rows.toSorted((a, b) => b.quickbackRate - a.quickbackRate || b.sessions - a.sessions),
        );
      }),
    );
  });
});

describe('devices', () => {
  it('come by sessions, by the name Clarity gives them, without those that nobody used', () => {
    const rows = deviceRows([
      { device: 'Mobile', sums: someSums(300) },
      { device: 'PC', sums: someSums(700) },
      { device: 'Tablet', sums: someSums(0) },
      { device: '', sums: someSums(12) },
    ]);
    expect(rows).toEqual([
      { device: 'PC', sessions: 700, scrollDepth: 50, enoughData: true },
      { device: 'Mobile', sessions: 300, scrollDepth: 50, enoughData: true },
      { device: '(none)', sessions: 12, scrollDepth: 50, enoughData: false },
    ]);
  });

  it('have no scroll depth where none was measured', () => {
    const [row] = deviceRows([{ device: 'PC', sums: someSums(40, {}, { scrollDepth: null }) }]);
    expect(row?.scrollDepth).toBeNull();
    expect(row?.enoughData).toBe(true);
  });
});
