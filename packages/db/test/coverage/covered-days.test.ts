import { describe, expect, it } from 'vitest';
import type { CoveredDay, Database } from '../../src/index.ts';
import {
  countPrunedDays,
  coveredBreakdowns,
  estimateFactsOfDay,
  loadCoverage,
  loadDayStates,
  newestCoveredDay,
  oldestCoveredDay,
  pruneBodies,
} from '../../src/index.ts';
import { aDatabase, anAnswer } from '../support/a-database.ts';

const cells = {
  breakdown: 'page',
  day: '2026-11-19',
  state: 'complete',
  method: 'direct',
  callId: null,
  subtractedCallId: null,
  overlapSeconds: 68_400,
  windowEnd: new Date('2026-11-20T05:00:00.123Z'),
} as const satisfies CoveredDay;

function cover(db: Database, day: Partial<CoveredDay>): void {
  const row = { ...cells, ...day };
  db.sql
    .prepare(
      `INSERT INTO day_coverage (project_id, breakdown, day, state, method, api_call_id, subtracted_call_id,
         overlap_seconds, window_end)
       VALUES ('p', @breakdown, @day, @state, @method, @callId, @subtractedCallId, @overlapSeconds, @windowEnd)`,
    )
    .run({ ...row, windowEnd: row.windowEnd.toISOString() });
}

describe('the days of a range', () => {
  it('come with all that is stored of them, in order of day and breakdown', () => {
    const db = aDatabase();
    const callId = anAnswer(db, { at: '2026-11-20T05:00:00Z' });
    cover(db, { day: '2026-11-20' });
    cover(db, { breakdown: 'total', method: 'sessions' });
    cover(db, { method: 'differenced', state: 'estimated', callId, subtractedCallId: callId });
    cover(db, { day: '2026-11-18' });
    expect(loadCoverage(db, { projectId: 'p', from: '2026-11-19', to: '2026-11-20' })).toEqual([
      { ...cells, method: 'differenced', state: 'estimated', callId, subtractedCallId: callId },
      { ...cells, breakdown: 'total', method: 'sessions' },
      { ...cells, day: '2026-11-20' },
    ]);
    expect(loadCoverage(db, { projectId: 'q', from: '2026-11-19', to: '2026-11-20' })).toEqual([]);
  });

  it('have their states per breakdown, and missing days are absent', () => {
    const db = aDatabase();
    cover(db, { state: 'truncated' });
    cover(db, { day: '2026-11-21', state: 'estimated' });
    cover(db, { day: '2026-11-20', breakdown: 'total' });
    const range = { projectId: 'p', from: '2026-11-19', to: '2026-11-21' };
    expect([...loadDayStates(db, { ...range, breakdown: 'page' })]).toEqual([
      ['2026-11-19', 'truncated'],
      ['2026-11-21', 'estimated'],
    ]);
  });
});

describe('the first and the last day', () => {
  it('are of any breakdown, or of one', () => {
    const db = aDatabase();
    expect([oldestCoveredDay(db, 'p'), newestCoveredDay(db, 'p')]).toEqual([null, null]);
    cover(db, { day: '2026-11-10' });
    cover(db, { day: '2026-11-12' });
    cover(db, { day: '2026-11-11', breakdown: 'total' });
    cover(db, { day: '2026-11-13', breakdown: 'referrer' });
    expect([oldestCoveredDay(db, 'p'), newestCoveredDay(db, 'p')]).toEqual([
      '2026-11-10',
      '2026-11-13',
    ]);
    expect(oldestCoveredDay(db, 'p', 'total')).toBe('2026-11-11');
    expect(oldestCoveredDay(db, 'p', 'os')).toBeNull();
    expect(newestCoveredDay(db, 'q')).toBeNull();
  });

  it('are days of the calendar, whatever a broken clock has left', () => {
    const db = aDatabase();
    for (const day of ['0001-01-01', '2026-11-10', '9999-12-31', 'tomorrow']) cover(db, { day });
    expect([oldestCoveredDay(db, 'p'), newestCoveredDay(db, 'p')]).toEqual([
      '2026-11-10',
      '2026-11-10',
    ]);
  });

  it('come with the breakdowns that have days, from coarse to fine', () => {
    const db = aDatabase();
    expect(coveredBreakdowns(db, 'p')).toEqual([]);
    for (const breakdown of ['referrer', 'total', 'page_device', 'page'] as const)
      cover(db, { breakdown });
    expect(coveredBreakdowns(db, 'p')).toEqual(['total', 'page', 'page_device', 'referrer']);
  });
});

describe('days whose raw responses were deleted', () => {
  it('are counted once each, however many breakdowns they have', () => {
    const db = aDatabase();
    const old = anAnswer(db, { at: '2026-11-02T05:00:00Z' });
    const young = anAnswer(db, { at: '2026-11-20T05:00:00Z' });
    for (const breakdown of ['total', 'page'] as const)
      cover(db, { day: '2026-11-01', breakdown, callId: old });
    cover(db, { callId: young });
    cover(db, { day: '2026-11-18', method: 'sessions', callId: null });
    expect(countPrunedDays(db, 'p')).toBe(0);
    pruneBodies(db, { before: new Date('2026-11-10'), now: new Date('2026-11-25'), limit: 9 });
    expect(countPrunedDays(db, 'p')).toBe(1);
    expect(countPrunedDays(db, 'q')).toBe(0);
  });
});

describe('how many facts a day has', () => {
  function addFacts(db: Database, day: string, count: number): void {
    const segment = db.sql.prepare(
      `INSERT INTO segments (breakdown, page, device, browser, os, country, source, medium, campaign, channel, referrer)
       VALUES ('page', ?, '', '', '', '', '', '', '', '', '') ON CONFLICT DO UPDATE SET page = page RETURNING id`,
    );
    const fact = db.sql.prepare(
      `INSERT INTO day_facts (project_id, breakdown, day, segment_id, method, sessions)
       VALUES ('p', 'page', ?, ?, 'direct', 1)`,
    );
    for (let page = 0; page < count; page += 1) fact.run(day, segment.pluck().get(`/${page}`));
  }

  const estimate = (db: Database, days: readonly string[]) =>
    estimateFactsOfDay(db, { projectId: 'p', breakdown: 'page', days });

  it('is exact for a few days, and nothing for none', () => {
    const db = aDatabase();
    addFacts(db, '2026-11-01', 10);
    addFacts(db, '2026-11-02', 20);
    expect(estimate(db, [])).toBe(0);
    expect(estimate(db, ['2026-11-01'])).toBe(10);
    expect(estimate(db, ['2026-11-01', '2026-11-02'])).toBe(15);
    expect(estimate(db, ['2026-11-01', '2026-11-02', '2026-11-03'])).toBe(10);
  });

  it('looks at the first and the last of many days', () => {
    const db = aDatabase();
    const days = Array.from(
      { length: 28 },
      (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`,
    );
    addFacts(db, '2026-11-01', 8);
    addFacts(db, '2026-11-28', 8);
    expect(estimate(db, days)).toBe(2);
  });
});
