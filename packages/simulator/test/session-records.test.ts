import { describe, expect, it } from 'vitest';

import { createSite, generateSessionRecords, sessionRecordsAnswer, truth } from '../src/index.ts';
import { DAY_MS } from '../src/site/day.ts';

const site = createSite({ seed: 5, sessionsPerDay: 200 });
const end = Date.parse('2026-11-23T05:17:00Z');

describe('a session-record answer', () => {
  const records = sessionRecordsAnswer({ site, end, numOfDays: 2 });

  it('has one record per human session, fields in the order of the format', () => {
    const [total] = truth({ site, from: end - 2 * DAY_MS, to: end });
    expect(records).toHaveLength(total?.sessions ?? 0);
    expect(new Set(records.map((record) => Object.keys(record).join()))).toEqual(
      new Set([
        'SessionId,PageUrl,Duration,PageViews,RageClickCount,DeadClickCount,ScrollDepth,Referrer,Device,Browser,Country',
      ]),
    );
  });

  it('adds up to the truth', () => {
    const [total] = truth({ site, from: end - 2 * DAY_MS, to: end });
    const sum = (field: 'RageClickCount' | 'DeadClickCount' | 'PageViews' | 'Duration') =>
      records.reduce((all, record) => all + record[field], 0);
    expect(sum('RageClickCount')).toBe(total?.signals.rageClicks.events);
    expect(sum('DeadClickCount')).toBe(total?.signals.deadClicks.events);
    expect(sum('PageViews')).toBe(total?.pageViews);
    expect(sum('Duration') / records.length).toBeCloseTo(total?.totalSeconds ?? -1);
    expect(records.filter((record) => record.PageViews === 1)).toHaveLength(
      total?.bouncedSessions ?? -1,
    );
  });

  it('repeats the sessions of the narrower window in the wider one', () => {
    const narrow = sessionRecordsAnswer({ site, end, numOfDays: 1 });
    expect(narrow.length).toBeLessThan(records.length);
    expect(records).toEqual(expect.arrayContaining(narrow));
  });

  it('says Desktop for PC and the empty string for no referrer', () => {
    expect(new Set(records.map((record) => record.Device))).toEqual(
      new Set(['Desktop', 'Mobile', 'Tablet']),
    );
    expect(records.some((record) => record.Referrer === '')).toBe(true);
    expect(records.every((record) => /^\w+ \d/.test(record.Browser))).toBe(true);
  });
});

describe('generateSessionRecords', () => {
  const input = { seed: 9, count: 1_000, days: 10, pages: 50, lastDay: '2026-11-22' };

  it('gives the asked number of records with ids of their own, the same every time', () => {
    const records = [...generateSessionRecords(input)];
    expect(records).toEqual([...generateSessionRecords(input)]);
    expect(new Set(records.map(({ record }) => record.SessionId)).size).toBe(1_000);
    expect(new Set(records.map(({ record }) => record.PageUrl)).size).toBeLessThanOrEqual(50);
  });

  it('spreads them over the days up to the last', () => {
    const days = [...generateSessionRecords(input)].map(({ collectedAt }) =>
      collectedAt.slice(0, 10),
    );
    expect(days).toEqual(days.toSorted());
    expect(new Set(days).size).toBe(10);
    expect([days.at(0), days.at(-1)]).toEqual(['2026-11-13', '2026-11-22']);
  });
});
