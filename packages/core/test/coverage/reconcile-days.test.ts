import { describe, expect, it } from 'vitest';
import type { AnsweredWindow, Breakdown, CoveredDay, NumOfDays } from '../../src/index.ts';
import { reconcileDays } from '../../src/index.ts';

const day = '2026-11-19';

function stored(some: Partial<CoveredDay> = {}): CoveredDay {
  return {
    day,
    breakdown: 'total',
    state: 'complete',
    method: 'direct',
    callId: 1,
    subtractedCallId: null,
    overlapSeconds: 19 * 3600,
    windowEnd: new Date('2026-11-20T05:00:00Z'),
    ...some,
  };
}

function aWindow(callId: number, end: string, numOfDays: NumOfDays = 1): AnsweredWindow {
  return { callId, numOfDays, windowEnd: new Date(end), truncated: false };
}

const noLists = { device: null, browser: null, os: null, country: null };

function reconcile({
  days = [stored()],
  windows = [],
  sessions = {},
  listed = {},
  facts = {},
  compared = null,
  changed = [day],
}: {
  days?: readonly CoveredDay[];
  windows?: readonly AnsweredWindow[];
  /** Sessions of the responses, by call. */
  sessions?: Record<number, number>;
  listed?: Partial<Record<'device' | 'browser' | 'os' | 'country', number>>;
  /** Sessions stored, by breakdown. */
  facts?: Partial<Record<Breakdown, number>>;
  compared?: number | null;
  changed?: readonly string[];
}) {
  return reconcileDays({
    from: '2026-11-01',
    to: '2026-11-30',
    timeZone: 'UTC',
    changed: new Set(changed),
    windows: new Map([['total', windows]]),
    stored: days,
    storedSessions: (breakdown) => facts[breakdown] ?? 0,
    lastCompared: () => compared,
    summaryOf: (callId) => {
      const count = sessions[callId];
      if (count === undefined) return null;
      return { sessions: new Map([['total', count]]), listedSessions: { ...noLists, ...listed } };
    },
  });
}

describe('the lists of a response', () => {
  it('are compared with its own total, those that came', () => {
    expect(reconcile({ sessions: { 1: 100 }, listed: { device: 97, os: 100 } })).toEqual([
      { day, breakdown: 'device', kind: 'list', expected: 100, found: 97, callId: 1 },
      { day, breakdown: 'os', kind: 'list', expected: 100, found: 100, callId: 1 },
    ]);
  });

  it('are not compared when the response is gone, or the day is a difference', () => {
    expect(reconcile({ listed: { device: 97 } })).toEqual([]);
    const differenced = stored({ method: 'differenced', subtractedCallId: 2 });
    const options = { days: [differenced], sessions: { 1: 100 }, listed: { device: 97 } };
    expect(reconcile(options)).toEqual([]);
  });

  it('are not compared again on a day that has not changed', () => {
    expect(reconcile({ sessions: { 1: 9 }, listed: { device: 9 }, changed: [] })).toEqual([]);
  });
});

describe('the breakdowns of a day', () => {
  const device = stored({ breakdown: 'device', callId: 2 });

  it('are compared with the site where each session is in one segment', () => {
    const page = stored({ breakdown: 'page', callId: 2 });
    const facts = { total: 100, device: 98, page: 300 };
    expect(reconcile({ days: [stored(), device, page], facts })).toEqual([
      { day, breakdown: 'device', kind: 'breakdown', expected: 100, found: 98, callId: 2 },
    ]);
  });

  it('may have more sessions where one has several sources, and not fewer', () => {
    const sources = stored({ breakdown: 'source_medium', callId: 2 });
    const channel = stored({ breakdown: 'channel', callId: 3 });
    const days = [stored(), device, sources, channel];
    const found = (facts: Parameters<typeof reconcile>[0]['facts']) =>
      reconcile({ days, facts: { total: 110, ...facts } }).map((row) => [row.breakdown, row.found]);
    expect(found({ device: 124, source_medium: 124, channel: 130 })).toEqual([]);
    expect(found({ device: 90, source_medium: 90, channel: 90 })).toEqual([
      ['device', 90],
      ['source_medium', 90],
      ['channel', 90],
    ]);
    // Devices of a response of their own have one session each.
    expect(
      reconcile({
        days: [stored(), stored({ breakdown: 'device', callId: 4 }), sources],
        facts: { total: 110, device: 124, source_medium: 124 },
      }).map(({ breakdown }) => breakdown),
    ).toEqual(['device']);
  });

  it('are compared only when both are of the same 24 hours', () => {
    const minutes = (count: number): CoveredDay => ({
      ...device,
      windowEnd: new Date(Date.UTC(2026, 10, 20, 5, count)),
    });
    expect(reconcile({ days: [stored(), minutes(15)] })).toHaveLength(1);
    expect(reconcile({ days: [stored(), minutes(16)] })).toEqual([]);
  });

  it('are not compared without a total, or with session records', () => {
    expect(reconcile({ days: [device] })).toEqual([]);
    const records = stored({ method: 'sessions', callId: null });
    expect(reconcile({ days: [records, device] })).toEqual([]);
  });
});

describe('a day that a wider window shows once more', () => {
  const windows = [
    aWindow(1, '2026-11-20T05:00:00Z'),
    aWindow(2, '2026-11-21T05:00:00Z'),
    aWindow(3, '2026-11-21T05:00:01Z', 2),
  ];
  const again = { windows, sessions: { 2: 80, 3: 187 }, facts: { total: 100 }, changed: [] };

  it('is compared with the day as stored', () => {
    expect(reconcile(again)).toEqual([
      { day, breakdown: 'total', kind: 'late-data', expected: 100, found: 107, callId: 3 },
    ]);
  });

  it('is impossible when the narrower window has more', () => {
    expect(reconcile({ ...again, sessions: { 2: 80, 3: 70 } })).toEqual([
      { day, breakdown: 'total', kind: 'impossible', expected: 0, found: 10, callId: 3 },
    ]);
  });

  it('is compared once per wider response', () => {
    expect(reconcile({ ...again, compared: 3 })).toEqual([]);
    expect(reconcile({ ...again, compared: 4 })).toEqual([]);
    expect(reconcile({ ...again, compared: 2 })).toHaveLength(1);
  });

  it('is compared with the newest of several wider responses in the end', () => {
    const more = [...windows, aWindow(4, '2026-11-21T05:00:02Z', 2)];
    const rows = reconcile({ ...again, windows: more, sessions: { 2: 80, 3: 187, 4: 190 } });
    expect(rows.map(({ callId, found }) => [callId, found])).toEqual([
      [3, 107],
      [4, 110],
    ]);
    const reversed = { windows: more.toReversed(), sessions: { 2: 80, 3: 187, 4: 190 } };
    expect(reconcile({ ...again, ...reversed }).map(({ callId }) => callId)).toEqual([4]);
  });

  it('is not compared when it comes from a difference itself, or from other hours', () => {
    const differenced = stored({ method: 'differenced', subtractedCallId: 2 });
    expect(reconcile({ ...again, days: [differenced] })).toEqual([]);
    const evening = stored({ windowEnd: new Date('2026-11-20T09:00:00Z') });
    expect(reconcile({ ...again, days: [evening] })).toEqual([]);
  });

  it('is not compared when a raw response is gone', () => {
    expect(reconcile({ ...again, sessions: { 3: 187 } })).toEqual([]);
    expect(reconcile({ ...again, sessions: { 2: 80 } })).toEqual([]);
  });
});
