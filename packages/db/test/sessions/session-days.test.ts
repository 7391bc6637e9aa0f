import type { NumOfDays, SessionRecord } from '@clarity-keep/core';
import { defaultUrlRules, segmentOf } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/index.ts';
import {
  beginSessionBatch,
  factRows,
  hasSessionRecords,
  loadCoverage,
  rebuildSessionDays,
  regroupSessions,
  removeSessionDays,
  removeSessionsOf,
  storeInsights,
  storeSessionRecords,
  writeInBulk,
} from '../../src/index.ts';
import { aDatabase, anAnswer } from '../support/a-database.ts';
import { someMeasures } from '../support/some-measures.ts';

const DAY = '2026-11-19';

function aRecord(sessionId: string, overrides: Partial<SessionRecord> = {}): SessionRecord {
  return {
    sessionId,
    pageUrl: 'https://shop.example/a',
    durationSeconds: 30,
    pageViews: 2,
    rageClicks: 0,
    deadClicks: 0,
    scrollDepth: 50,
    referrer: '',
    device: 'PC',
    browser: 'Edge',
    country: 'Chile',
    ...overrides,
  };
}

interface AnAnswer {
  at: string;
  records: readonly SessionRecord[];
  numOfDays?: NumOfDays;
  day?: string;
  isDayKnown?: boolean;
  truncated?: boolean;
}

/** Stores a response of session records, and gives its call and what came of it. */
function store(
  db: Database,
  { at, records, numOfDays = 1, day = DAY, isDayKnown = true, truncated = false }: AnAnswer,
) {
  const callId = anAnswer(db, { at, as: 'unread' });
  const stored = storeSessionRecords(db, {
    projectId: 'p',
    timeZone: 'UTC',
    windowEnd: new Date(at),
    numOfDays,
    records,
    rules: defaultUrlRules,
    day,
    isDayKnown,
    reading: {
      callId,
      format: 'sessions',
      breakdown: 'total',
      rows: records.length,
      truncated,
      unrecognised: [],
      missingMetrics: [],
      parserVersion: 1,
      parsedAt: new Date(at),
    },
  });
  return { callId, ...stored };
}

/** Stores a response of totals, as Clarity's other format has them. */
function storeTotal(db: Database, at: string, sessions: number): void {
  const callId = anAnswer(db, { at, as: 'unread' });
  storeInsights(db, {
    projectId: 'p',
    timeZone: 'UTC',
    windowEnd: new Date(at),
    reading: {
      callId,
      format: 'insights',
      breakdown: 'total',
      rows: 1,
      truncated: false,
      unrecognised: [],
      missingMetrics: [],
      parserVersion: 1,
      parsedAt: new Date(at),
    },
    facts: {
      listedSessions: null,
      breakdowns: [
        {
          breakdown: 'total',
          truncated: false,
          facts: [{ segment: segmentOf('total', {}), measures: someMeasures(sessions) }],
        },
      ],
    },
    factsOf: () => null,
  });
}

function totals(db: Database): string[] {
  const rows = factRows(db, { projectId: 'p', from: null, to: null, breakdowns: ['total'] }).rows();
  return [...rows].map(
    ({ day, state, method, sessions }) => `${day} ${state} ${method} ${sessions}`,
  );
}

function pages(db: Database): Record<string, number | null> {
  const rows = factRows(db, { projectId: 'p', from: null, to: null, breakdowns: ['page'] }).rows();
  return Object.fromEntries([...rows].map(({ page, sessions }) => [page, sessions]));
}

const everything = (db: Database): unknown =>
  ['sessions', 'day_facts', 'day_coverage', 'segments', 'api_calls', 'reconciliations'].map(
    (table) => db.sql.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`).all(),
  );

describe('the days of session records', () => {
  it('count each session once, however many windows show it', () => {
    const db = aDatabase();
    expect(hasSessionRecords(db, 'p')).toBe(false);
    const first = store(db, { at: '2026-11-20T05:00:00Z', records: [aRecord('a'), aRecord('b')] });
    expect(first).toMatchObject({ inserted: 2, duplicates: 0 });
    const second = store(db, {
      at: '2026-11-20T06:00:00Z',
      records: [aRecord('b'), aRecord('c'), aRecord('c')],
    });
    expect(second).toMatchObject({ inserted: 1, duplicates: 2 });
    expect(totals(db)).toEqual(['2026-11-19 complete sessions 3']);
    expect(hasSessionRecords(db, 'p')).toBe(true);
    expect(hasSessionRecords(db, 'q')).toBe(false);
  });

  it('leave a session on the day it was first seen', () => {
    const db = aDatabase();
    store(db, { at: '2026-11-20T05:00:00Z', records: [aRecord('a')] });
    store(db, {
      at: '2026-11-20T05:00:01Z',
      records: [aRecord('a'), aRecord('b')],
      numOfDays: 2,
      day: '2026-11-18',
    });
    expect(totals(db)).toEqual([
      '2026-11-18 complete sessions 1',
      '2026-11-19 complete sessions 1',
    ]);
  });

  it.each([
    ['cut off', { truncated: true }, 'truncated'],
    ['a guess', { isDayKnown: false }, 'estimated'],
    ['cut off and a guess', { truncated: true, isDayKnown: false }, 'truncated'],
  ])('say what they are when a response was %s', (_what, answer, state) => {
    const db = aDatabase();
    store(db, { at: '2026-11-20T05:00:00Z', records: [aRecord('a')], ...answer });
    expect(totals(db)).toEqual([`2026-11-19 ${state} sessions 1`]);
  });

  it('stay an estimate once a guess has added to them', () => {
    const db = aDatabase();
    store(db, { at: '2026-11-20T05:00:00Z', records: [aRecord('a')], isDayKnown: false });
    store(db, { at: '2026-11-20T05:30:00Z', records: [aRecord('b')] });
    expect(totals(db)).toEqual(['2026-11-19 estimated sessions 2']);
  });

  it('count unchanged facts as such when nothing is new', () => {
    const db = aDatabase();
    store(db, { at: '2026-11-20T05:00:00Z', records: [aRecord('a')] });
    const { facts } = store(db, { at: '2026-11-20T05:00:00Z', records: [aRecord('a')] });
    expect(facts).toEqual({ inserted: 0, replaced: 0, unchanged: 5 });
  });
});

describe('a day that both formats tell of', () => {
  it('goes to the one that covers more of it', () => {
    const db = aDatabase();
    storeTotal(db, '2026-11-20T08:00:00Z', 100);
    expect(totals(db)).toEqual(['2026-11-19 complete direct 100']);
    store(db, { at: '2026-11-20T05:00:00Z', records: [aRecord('a')] });
    expect(totals(db)).toEqual(['2026-11-19 complete sessions 1']);
    storeTotal(db, '2026-11-20T03:00:00Z', 90);
    expect(totals(db)).toEqual(['2026-11-19 complete direct 90']);
  });

  it('keeps the records that lost it, for whenever they win', () => {
    const db = aDatabase();
    storeTotal(db, '2026-11-20T03:00:00Z', 90);
    store(db, { at: '2026-11-20T05:00:00Z', records: [aRecord('a')] });
    expect(totals(db)).toEqual(['2026-11-19 complete direct 90']);
    expect(hasSessionRecords(db, 'p')).toBe(true);
    store(db, { at: '2026-11-20T01:00:00Z', records: [aRecord('b')] });
    expect(totals(db)).toEqual(['2026-11-19 complete sessions 2']);
  });

  it('is left and named when an import does not get it', () => {
    const db = aDatabase();
    storeTotal(db, '2026-11-20T03:00:00Z', 90);
    const claim = { state: 'complete' as const, overlapSeconds: 3_600, windowEnd: new Date(0) };
    const rebuilt = db.sql
      .transaction(() => {
        const batch = beginSessionBatch(db, {
          projectId: 'p',
          rules: defaultUrlRules,
          callId: null,
        });
        batch.add(aRecord('a'), DAY);
        batch.add(aRecord('b'), '2026-11-18');
        const claims = new Map([DAY, '2026-11-18'].map((day) => [day, claim]));
        return rebuildSessionDays(db, { projectId: 'p', callId: null, claims });
      })
      .immediate();
    expect(rebuilt.left).toEqual([DAY]);
    expect(totals(db)).toEqual(['2026-11-18 complete sessions 1', '2026-11-19 complete direct 90']);
  });
});

describe('a store that fails', () => {
  it('leaves nothing of a response when one record cannot be stored', () => {
    const db = aDatabase();
    store(db, { at: '2026-11-20T05:00:00Z', records: [aRecord('a')] });
    const before = everything(db);
    const records = [aRecord('b'), aRecord('c', { pageViews: (2n ** 70n) as unknown as number })];
    expect(() => store(db, { at: '2026-11-20T06:00:00Z', records })).toThrow(/too big/);
    expect(db.sql.inTransaction).toBe(false);
    // The call itself is in the ledger, and its response in the archive.
    const [, , , , calls] = before as unknown[][];
    const after = everything(db) as unknown[][];
    expect(after[4]).toHaveLength((calls?.length ?? 0) + 1);
    expect([after[0], after[1], after[2], after[3]]).toEqual((before as unknown[][]).slice(0, 4));
  });

  it('leaves nothing of an import that ends in the middle, and lets the next one in', async () => {
    const db = aDatabase();
    const before = everything(db);
    const failure = writeInBulk(db, async () => {
      const batch = beginSessionBatch(db, { projectId: 'p', rules: defaultUrlRules, callId: null });
      batch.add(aRecord('a'), DAY);
      await new Promise(setImmediate);
      throw new Error('the file breaks off');
    });
    await expect(failure).rejects.toThrow('the file breaks off');
    expect(everything(db)).toEqual(before);
    expect(db.sql.pragma('foreign_keys', { simple: true })).toBe(1);
    await writeInBulk(db, async () => {
      const batch = beginSessionBatch(db, { projectId: 'p', rules: defaultUrlRules, callId: null });
      expect(batch.add(aRecord('a'), DAY)).toBe(true);
    });
    expect(hasSessionRecords(db, 'p')).toBe(true);
  });
});

describe('other URL rules', () => {
  it('move sessions to their new pages, and change nothing when done again', () => {
    const db = aDatabase();
    const claim = {
      state: 'complete' as const,
      overlapSeconds: 86_400,
      windowEnd: new Date('2026-11-20T00:00:00Z'),
    };
    db.sql
      .transaction(() => {
        const batch = beginSessionBatch(db, {
          projectId: 'p',
          rules: defaultUrlRules,
          callId: null,
        });
        for (const [index, query] of ['?a=1', '?a=2', ''].entries())
          batch.add(aRecord(`s${index}`, { pageUrl: `https://shop.example/x${query}` }), DAY);
        rebuildSessionDays(db, { projectId: 'p', callId: null, claims: new Map([[DAY, claim]]) });
      })
      .immediate();
    expect(Object.values(pages(db))).toEqual([1, 1, 1]);
    const rules = { ...defaultUrlRules, dropAllParameters: true };
    const regroup = () =>
      db.sql.transaction(() => regroupSessions(db, { projectId: 'p', rules })).immediate();
    const counts = regroup();
    expect(counts.inserted + counts.replaced).toBeGreaterThan(0);
    const after = pages(db);
    expect(regroup()).toMatchObject({ inserted: 0, replaced: 0 });
    expect(pages(db)).toEqual(after);
    expect(
      loadCoverage(db, { projectId: 'p', from: DAY, to: DAY }).map(({ state }) => state),
    ).toEqual(Array.from({ length: 5 }, () => 'complete'));
  });
});

describe('responses that are parsed again', () => {
  it('first lose their sessions and days, and nothing of imports', () => {
    const db = aDatabase();
    const { callId } = store(db, { at: '2026-11-20T05:00:00Z', records: [aRecord('a')] });
    const claim = {
      state: 'complete' as const,
      overlapSeconds: 86_400,
      windowEnd: new Date('2026-11-19T00:00:00Z'),
    };
    db.sql
      .transaction(() => {
        const batch = beginSessionBatch(db, {
          projectId: 'p',
          rules: defaultUrlRules,
          callId: null,
        });
        batch.add(aRecord('imported'), '2026-11-18');
        const claims = new Map([['2026-11-18', claim]]);
        rebuildSessionDays(db, { projectId: 'p', callId: null, claims });
        removeSessionDays(db, 'p');
        removeSessionsOf(db, callId);
      })
      .immediate();
    expect(totals(db)).toEqual(['2026-11-18 complete sessions 1']);
    expect(db.sql.prepare('SELECT session_id FROM sessions').pluck().all()).toEqual(['imported']);
  });
});
