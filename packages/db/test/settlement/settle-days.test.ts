import type { NumOfDays, SegmentFact } from '@clarity-keep/core';
import { segmentOf } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import type { AnswerFacts, Database } from '../../src/index.ts';
import {
  keepAnswer,
  loadCoverage,
  loadReconciliations,
  settleDays,
  storeInsights,
} from '../../src/index.ts';
import { aDatabase } from '../support/a-database.ts';
import { aReservedCall } from '../support/a-reserved-call.ts';
import { someMeasures } from '../support/some-measures.ts';

const everything = { projectId: 'p', from: '2026-11-01', to: '2026-11-30' };

interface AnAnswer {
  at: string;
  numOfDays?: NumOfDays;
  sessions?: number;
  pages?: Record<string, number>;
  truncated?: boolean;
  listed?: number;
}

/** Answers of the site and its pages, and the facts that are made of each. */
class Archive {
  readonly facts = new Map<number, AnswerFacts>();
  readonly calls: { callId: number; answer: AnAnswer }[] = [];
  readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  /** Puts an answer into the archive, and gives its id; nothing is read yet. */
  keep(answer: AnAnswer): number {
    const callId = aReservedCall(this.db, new Date(answer.at));
    this.db.sql
      .prepare('UPDATE api_calls SET num_of_days = ? WHERE id = ?')
      .run(answer.numOfDays ?? 1, callId);
    keepAnswer(this.db, { callId, body: Buffer.from('[]'), durationMs: 1 });
    this.facts.set(callId, factsOf(answer));
    this.calls.push({ callId, answer });
    return callId;
  }

  read(callId: number) {
    const call = this.calls.find((kept) => kept.callId === callId);
    if (call === undefined) throw new Error(`There is no call ${callId}.`);
    const { at } = call.answer;
    return storeInsights(this.db, {
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
      facts: this.facts.get(callId) ?? { breakdowns: [], listedSessions: null },
      factsOf: (id) => this.facts.get(id) ?? null,
    });
  }

  add(answer: AnAnswer) {
    return this.read(this.keep(answer));
  }
}

function factsOf({ sessions = 10, pages = {}, truncated = false, listed }: AnAnswer): AnswerFacts {
  const facts = (rows: Record<string, number>): SegmentFact[] =>
    Object.entries(rows).map(([page, count]) => ({
      segment: segmentOf('page', { page }),
      measures: someMeasures(count),
    }));
  return {
    breakdowns: [
      {
        breakdown: 'total',
        truncated: false,
        facts: [{ segment: segmentOf('total', {}), measures: someMeasures(sessions) }],
      },
      { breakdown: 'page', truncated, facts: facts(pages) },
    ],
    listedSessions: {
      device: listed ?? sessions,
      browser: listed ?? sessions,
      os: null,
      country: null,
    },
  };
}

function days(db: Database): string[] {
  return loadCoverage(db, everything)
    .filter(({ breakdown }) => breakdown === 'total')
    .map(({ day, state, method }) => `${day} ${state} ${method} ${sessionsOf(db, day)}`);
}

function sessionsOf(db: Database, day: string): number {
  return Number(db.sql.prepare('SELECT sessions FROM site_days WHERE day = ?').pluck().get(day));
}

function tables(db: Database): unknown {
  // Ids of segments are given out in the order of reading.
  const all = (sql: string): unknown[] => db.sql.prepare(sql).all();
  return {
    facts:
      all(`SELECT f.breakdown, f.day, s.page, f.sessions, f.rage_click_events, f.rage_click_sessions,
        f.scroll_depth_sum, f.method, f.api_call_id
      FROM day_facts f JOIN segments s ON s.id = f.segment_id ORDER BY 1, 2, 3`),
    coverage: all('SELECT * FROM day_coverage ORDER BY breakdown, day'),
    reconciliations: all('SELECT * FROM reconciliations ORDER BY day, breakdown, kind'),
  };
}

const anArchive = () => new Archive(aDatabase());

describe('days', () => {
  it('come from a window of one day, and from the differences of wider ones', () => {
    const archive = anArchive();
    archive.add({ at: '2026-11-20T05:00:00Z', sessions: 10 });
    archive.add({ at: '2026-11-20T05:00:01Z', sessions: 25, numOfDays: 2 });
    archive.add({ at: '2026-11-20T05:00:02Z', sessions: 60, numOfDays: 3 });
    expect(days(archive.db)).toEqual([
      '2026-11-17 estimated differenced 35',
      '2026-11-18 estimated differenced 15',
      '2026-11-19 complete direct 10',
    ]);
  });

  it('tell which two answers a difference is of', () => {
    const archive = anArchive();
    archive.add({ at: '2026-11-20T05:00:00Z' });
    archive.add({ at: '2026-11-20T05:00:01Z', sessions: 25, numOfDays: 2 });
    expect(
      loadCoverage(archive.db, everything).find(({ breakdown }) => breakdown === 'total'),
    ).toMatchObject({
      day: '2026-11-18',
      callId: 2,
      subtractedCallId: 1,
      windowEnd: new Date('2026-11-19T05:00:01Z'),
    });
  });

  it('are the same in whatever order the answers are read', () => {
    const answers: AnAnswer[] = [
      { at: '2026-11-18T05:00:00Z', sessions: 40, pages: { '/a': 30, '/b': 20 } },
      { at: '2026-11-18T22:00:00Z', sessions: 44, pages: { '/a': 31 } },
      { at: '2026-11-19T05:00:00Z', sessions: 50, pages: { '/a': 35, '/c': 5 } },
      { at: '2026-11-20T05:00:00Z', sessions: 60, pages: { '/a': 10 }, truncated: true },
      { at: '2026-11-20T05:00:01Z', sessions: 111, numOfDays: 2, pages: { '/a': 50 } },
      { at: '2026-11-20T09:00:00Z', sessions: 55, pages: { '/a': 41 } },
      { at: '2026-11-20T09:00:01Z', sessions: 20, numOfDays: 2 },
      { at: '2026-11-20T09:00:02Z', sessions: 90, numOfDays: 3 },
    ];
    const order = (indices: readonly number[]) => {
      const archive = anArchive();
      const ids = answers.map((answer) => archive.keep(answer));
      for (const index of indices) archive.read(ids[index] ?? 0);
      return tables(archive.db);
    };
    const straight = order([0, 1, 2, 3, 4, 5, 6, 7]);
    for (const shuffled of [
      [7, 6, 5, 4, 3, 2, 1, 0],
      [4, 0, 6, 2, 7, 1, 5, 3],
      [3, 5, 1, 7, 2, 6, 0, 4],
      [2, 4, 6, 0, 1, 3, 5, 7],
    ]) {
      expect(order(shuffled)).toEqual(straight);
    }
  });

  it('can be made anew at any time, which changes nothing', () => {
    const archive = anArchive();
    archive.add({ at: '2026-11-19T05:00:00Z', sessions: 20, pages: { '/a': 5 } });
    archive.add({ at: '2026-11-20T05:00:00Z', sessions: 10, pages: { '/a': 5, '/b': 3 } });
    archive.add({ at: '2026-11-20T05:00:01Z', sessions: 31, numOfDays: 2, pages: { '/a': 9 } });
    const before = tables(archive.db);
    const { facts } = settleDays(archive.db, {
      ...everything,
      timeZone: 'UTC',
      factsOf: (callId) => archive.facts.get(callId) ?? null,
      rebuild: true,
    });
    expect(facts).toMatchObject({ inserted: 0, replaced: 0 });
    expect(tables(archive.db)).toEqual(before);
  });

  it('give up a segment that the answer which takes over does not have', () => {
    const archive = anArchive();
    archive.add({ at: '2026-11-20T08:00:00Z', pages: { '/a': 5, '/b': 3 } });
    expect(archive.add({ at: '2026-11-20T05:00:00Z', pages: { '/a': 5 } }).facts).toEqual({
      inserted: 0,
      replaced: 1,
      unchanged: 2,
    });
    expect(archive.db.sql.prepare('SELECT page FROM page_days').pluck().all()).toEqual(['/a']);
  });
});

describe('a difference that cannot be', () => {
  it('leaves the day missing when nothing of it can be believed, and says so', () => {
    const archive = anArchive();
    archive.add({ at: '2026-11-20T05:00:00Z', sessions: 30 });
    const { impossible } = archive.add({ at: '2026-11-20T05:00:01Z', sessions: 25, numOfDays: 2 });
    expect(impossible).toEqual([
      { breakdown: 'total', day: '2026-11-18', callId: 2, segments: 1, isRefused: true },
    ]);
    expect(days(archive.db)).toEqual(['2026-11-19 complete direct 30']);
    expect(loadReconciliations(archive.db, everything)).toContainEqual({
      day: '2026-11-18',
      breakdown: 'total',
      kind: 'impossible',
      expected: 0,
      found: 1,
    });
  });

  it('stays flagged when other breakdowns of the day are read later', () => {
    const archive = anArchive();
    const flags = () =>
      loadReconciliations(archive.db, everything).filter(({ kind }) => kind === 'impossible')
        .length;
    archive.add({ at: '2026-11-20T05:00:00Z', pages: { '/a': 5, '/b': 2 } });
    archive.add({
      at: '2026-11-20T05:00:01Z',
      sessions: 25,
      numOfDays: 2,
      pages: { '/a': 20, '/b': 1 },
    });
    expect(flags()).toBe(1);
    archive.add({ at: '2026-11-19T05:00:00Z', sessions: 15, pages: {} });
    archive.add({ at: '2026-11-20T05:00:02Z', sessions: 60, numOfDays: 3 });
    const before = tables(archive.db);
    settleDays(archive.db, {
      ...everything,
      timeZone: 'UTC',
      factsOf: (callId) => archive.facts.get(callId) ?? null,
      rebuild: true,
    });
    expect(tables(archive.db)).toEqual(before);
  });

  it('leaves out the segments that it is of, and counts them', () => {
    const archive = anArchive();
    archive.add({ at: '2026-11-20T05:00:00Z', pages: { '/a': 5, '/b': 2 } });
    const { impossible } = archive.add({
      at: '2026-11-20T05:00:01Z',
      sessions: 25,
      numOfDays: 2,
      pages: { '/a': 20, '/b': 1 },
    });
    expect(impossible).toEqual([
      { breakdown: 'page', day: '2026-11-18', callId: 2, segments: 1, isRefused: false },
    ]);
    expect(
      archive.db.sql.prepare("SELECT page, sessions FROM page_days WHERE day = '2026-11-18'").all(),
    ).toEqual([{ page: '/a', sessions: 15 }]);
  });
});

describe('reconciliation', () => {
  it('holds the lists of an answer against its total', () => {
    const archive = anArchive();
    archive.add({ at: '2026-11-20T05:00:00Z', sessions: 100, listed: 97 });
    expect(loadReconciliations(archive.db, everything)).toEqual(
      ['browser', 'device'].map((breakdown) => ({
        day: '2026-11-19',
        breakdown,
        kind: 'list',
        expected: 100,
        found: 97,
      })),
    );
  });

  it('measures what came late of a day that was asked for a day earlier', () => {
    const archive = anArchive();
    archive.add({ at: '2026-11-19T05:00:00Z', sessions: 100 });
    archive.add({ at: '2026-11-20T05:00:00Z', sessions: 80 });
    archive.add({ at: '2026-11-20T05:00:01Z', sessions: 187, numOfDays: 2 });
    expect(days(archive.db)[0]).toBe('2026-11-18 complete direct 100');
    expect(
      loadReconciliations(archive.db, everything).find(
        ({ kind, breakdown }) => kind === 'late-data' && breakdown === 'total',
      ),
    ).toEqual({
      day: '2026-11-18',
      breakdown: 'total',
      kind: 'late-data',
      expected: 100,
      found: 107,
    });
  });

  it('does not compare windows of other hours', () => {
    const archive = anArchive();
    archive.add({ at: '2026-11-19T05:00:00Z', sessions: 100 });
    archive.add({ at: '2026-11-20T06:00:00Z', sessions: 80 });
    archive.add({ at: '2026-11-20T06:00:01Z', sessions: 187, numOfDays: 2 });
    const kinds = loadReconciliations(archive.db, everything).map(({ kind }) => kind);
    expect(kinds).not.toContain('late-data');
  });
});
