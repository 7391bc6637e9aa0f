import type { SessionRecord } from '@clarity-keep/core';
import { defaultUrlRules } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/index.ts';
import {
  beginSessionBatch,
  checkIntegrity,
  rebuildSessionDays,
  regroupSessions,
  removeImpossibleSessions,
} from '../../src/index.ts';
import { aDatabase } from '../support/a-database.ts';

const DAY = '2026-11-19';
const MOST = 2 ** 40;

const ordinary: SessionRecord = {
  sessionId: '',
  pageUrl: '/a',
  durationSeconds: 30,
  pageViews: 2,
  rageClicks: 1,
  deadClicks: 0,
  scrollDepth: 50,
  referrer: '',
  device: 'PC',
  browser: 'Edge',
  country: 'Chile',
};

/** Sessions as an earlier version stored them: whatever numbers the file had. */
function storeByHand(db: Database, sessions: readonly Partial<SessionRecord>[]): void {
  const batch = beginSessionBatch(db, { projectId: 'p', rules: defaultUrlRules, callId: null });
  for (const [index, session] of sessions.entries()) {
    batch.add({ ...ordinary, sessionId: `s${index}`, ...session }, DAY);
  }
}

function rebuild(db: Database): void {
  rebuildSessionDays(db, {
    projectId: 'p',
    callId: null,
    claims: new Map([
      [
        DAY,
        {
          state: 'complete',
          overlapSeconds: 86_400,
          windowEnd: new Date('2026-11-20T00:00:00Z'),
        },
      ],
    ]),
  });
}

function facts(db: Database, breakdown = 'total'): unknown {
  return db.sql
    .prepare(
      `SELECT sessions, page_views AS views, bounced_sessions AS bounced, rage_click_events AS rage,
         rage_click_sessions AS raging, dead_click_events AS dead, scroll_depth_sum AS depth,
         scroll_depth_weight AS scrolled, total_seconds_sum AS seconds, total_seconds_weight AS timed
       FROM day_facts WHERE breakdown = ? ORDER BY segment_id`,
    )
    .all(breakdown);
}

const breakdowns = ['total', 'page', 'device', 'page_device', 'referrer'];

describe('sessions with numbers that cannot be', () => {
  it('count, are in no mean, and leave the counts of all unknown', () => {
    const db = aDatabase();
    storeByHand(db, [
      {},
      { durationSeconds: 86_400, scrollDepth: 100 },
      { durationSeconds: 4_611_686_018_427_387_904, scrollDepth: 100.5 },
      { durationSeconds: 4_611_686_018_427_387_904, scrollDepth: -1 },
      { durationSeconds: 86_401, pageViews: MOST + 1, rageClicks: 2 ** 62, deadClicks: 1e308 },
      { durationSeconds: -1, pageViews: -3, rageClicks: -1, deadClicks: Infinity },
    ]);
    rebuild(db);
    for (const breakdown of breakdowns) {
      expect(facts(db, breakdown)).toEqual([
        {
          sessions: 6,
          views: null,
          bounced: null,
          rage: null,
          raging: null,
          dead: null,
          depth: 250,
          scrolled: 4,
          seconds: 86_430,
          timed: 2,
        },
      ]);
    }
    expect(checkIntegrity(db).daysWithImpossibleFacts).toEqual([]);
  });

  it('leave unknown what none of them can say', () => {
    const db = aDatabase();
    const impossible = { durationSeconds: 2 ** 62, pageViews: 2 ** 62, rageClicks: 2 ** 62 };
    storeByHand(db, [
      { ...impossible, deadClicks: -1, scrollDepth: 101 },
      { ...impossible, deadClicks: -1, scrollDepth: 101 },
    ]);
    rebuild(db);
    for (const breakdown of breakdowns) {
      expect(facts(db, breakdown)).toEqual([
        {
          sessions: 2,
          views: null,
          bounced: null,
          rage: null,
          raging: null,
          dead: null,
          depth: null,
          scrolled: null,
          seconds: null,
          timed: null,
        },
      ]);
    }
  });

  it('leave unknown what adds up to more than a fact can hold', () => {
    const db = aDatabase();
    storeByHand(db, [
      { pageViews: MOST, rageClicks: MOST },
      { pageViews: 0, rageClicks: 1 },
    ]);
    rebuild(db);
    for (const breakdown of breakdowns) {
      expect(facts(db, breakdown)).toMatchObject([{ sessions: 2, views: MOST, rage: null }]);
    }
  });

  it('are the same to a second look', () => {
    const db = aDatabase();
    storeByHand(db, [{}, { durationSeconds: 2 ** 62 }, { pageUrl: '/b', pageViews: 2 ** 62 }]);
    rebuild(db);
    const before = facts(db, 'page');
    const counts = regroupSessions(db, { projectId: 'p', rules: defaultUrlRules });
    expect(counts).toMatchObject({ inserted: 0, replaced: 0 });
    expect(facts(db, 'page')).toEqual(before);
  });

  it('are passed over when they are text', () => {
    const db = aDatabase();
    storeByHand(db, [{}, {}]);
    db.sql
      .exec(`UPDATE sessions SET page_views = 'many', duration_seconds = x'00', scroll_depth = 'all'
      WHERE session_id = 's1'`);
    rebuild(db);
    expect(facts(db)).toMatchObject([
      { sessions: 2, views: null, seconds: 30, timed: 1, scrolled: 1 },
    ]);
  });
});

describe('sessions that do not say everything', () => {
  it('leave a count unknown wherever one of them is, and known elsewhere', () => {
    const db = aDatabase();
    storeByHand(db, [
      {},
      { rageClicks: null, device: 'Mobile' },
      { pageUrl: '/b', pageViews: 1, rageClicks: 0 },
    ]);
    rebuild(db);
    expect(facts(db)).toMatchObject([{ sessions: 3, views: 5, bounced: 1, rage: null, dead: 0 }]);
    expect(facts(db, 'page')).toMatchObject([
      { sessions: 2, rage: null, raging: null, dead: 0 },
      { sessions: 1, rage: 0, raging: 0, dead: 0 },
    ]);
    expect(facts(db, 'device')).toMatchObject([
      { sessions: 2, rage: 1, raging: 1 },
      { sessions: 1, rage: null, raging: null },
    ]);
  });

  it('are in no mean whose part they do not know', () => {
    const db = aDatabase();
    storeByHand(db, [{}, { scrollDepth: null, durationSeconds: null }]);
    rebuild(db);
    for (const breakdown of breakdowns) {
      expect(facts(db, breakdown)).toMatchObject([
        { sessions: 2, views: 4, depth: 50, scrolled: 1, seconds: 30, timed: 1 },
      ]);
    }
  });

  it('are not taken for impossible ones', () => {
    const db = aDatabase();
    storeByHand(db, [{ scrollDepth: null, pageViews: null, durationSeconds: null }]);
    expect(removeImpossibleSessions(db, 'p')).toBe(0);
    expect(checkIntegrity(db).impossibleSessions).toEqual([]);
  });
});
