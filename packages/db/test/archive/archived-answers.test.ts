import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/index.ts';
import {
  archiveAnswer,
  archivedAnswer,
  archivedAnswers,
  BodyUnreadableError,
  loadArchiveHealth,
  loadUnreadableAnswers,
  noteNotUnderstood,
  noteReadingBegun,
  pendingAnswers,
  pruneBodies,
} from '../../src/index.ts';
import { aDatabase, anAnswer } from '../support/a-database.ts';

const ends = (answers: readonly { windowEnd: Date }[]): number[] =>
  answers.map(({ windowEnd }) => windowEnd.getUTCDate());

function setBody(db: Database, callId: number, body: Buffer): void {
  db.sql.prepare('UPDATE api_calls SET body = ? WHERE id = ?').run(body, callId);
}

describe('an archived response', () => {
  it('gives back the bytes that came, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
        const db = aDatabase();
        const callId = archiveAnswer(db, {
          projectId: 'p',
          body: Buffer.from(bytes),
          windowEnd: new Date('2026-11-20T05:00:00Z'),
          numOfDays: 1,
        });
        const body = archivedAnswer(db, callId ?? 0)?.readBody();
        expect(body?.equals(bytes)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('says how it was asked for, and leaves that open when it was imported', () => {
    const db = aDatabase();
    const collected = anAnswer(db, { at: '2026-11-20T05:00:00Z' });
    db.sql.prepare(`UPDATE api_calls SET dimensions = 'URL,Device' WHERE id = ?`).run(collected);
    const imported = archiveAnswer(db, {
      projectId: 'p',
      body: Buffer.from('[]'),
      windowEnd: new Date('2026-11-19T05:00:00Z'),
      numOfDays: 3,
    });
    expect(archivedAnswer(db, collected)).toMatchObject({
      dimensions: ['URL', 'Device'],
      numOfDays: 1,
    });
    expect(archivedAnswer(db, imported ?? 0)).toMatchObject({
      dimensions: null,
      numOfDays: 3,
      windowEnd: new Date('2026-11-19T05:00:00Z'),
      readingAttempts: 0,
    });
  });

  it('is null when there never was one, and when its body was deleted', () => {
    const db = aDatabase();
    const callId = anAnswer(db, { at: '2026-11-01T05:00:00Z' });
    expect(archivedAnswer(db, callId + 1)).toBeNull();
    pruneBodies(db, { before: new Date('2026-11-02'), now: new Date('2026-12-01'), limit: 9 });
    expect(archivedAnswer(db, callId)).toBeNull();
    expect(archivedAnswers(db, { projectId: 'p' })).toEqual([]);
  });

  it('is one of a project, from an instant on, in the order of the calls', () => {
    const db = aDatabase();
    for (const day of ['18', '20', '19']) anAnswer(db, { at: `2026-11-${day}T05:00:00Z` });
    expect(ends(archivedAnswers(db, { projectId: 'p' }))).toEqual([18, 20, 19]);
    const since = new Date('2026-11-19T05:00:00Z');
    expect(ends(archivedAnswers(db, { projectId: 'p', since }))).toEqual([20, 19]);
    expect(archivedAnswers(db, { projectId: 'q' })).toEqual([]);
  });
});

describe('a body that cannot be read', () => {
  it.each([
    ['no gzip', Buffer.from('[]'), /^it cannot be unpacked \(.*header/],
    ['nothing', Buffer.alloc(0), /^it cannot be unpacked/],
    ['half a gzip', gzipSync('x'.repeat(1_000)).subarray(0, 15), /^it cannot be unpacked/],
  ])('says why: %s', (_what, body, why) => {
    const db = aDatabase();
    const callId = anAnswer(db, { at: '2026-11-20T05:00:00Z' });
    setBody(db, callId, body);
    const answer = archivedAnswer(db, callId);
    expect(() => answer?.readBody()).toThrow(BodyUnreadableError);
    expect(() => answer?.readBody()).toThrow(why);
  });

  it('harms no other', () => {
    const db = aDatabase();
    const [first, second] = [1, 2].map((day) =>
      anAnswer(db, { at: `2026-11-0${day}T05:00:00Z`, body: `["${day}"]` }),
    );
    setBody(db, first ?? 0, Buffer.from('broken'));
    const bodies = archivedAnswers(db, { projectId: 'p' }).map(({ callId, readBody }) =>
      callId === second ? readBody().toString() : '',
    );
    expect(bodies).toEqual(['', '["2"]']);
  });
});

describe('responses that wait', () => {
  it('are those not parsed yet, and those that only an older parser has tried', () => {
    const db = aDatabase();
    anAnswer(db, { at: '2026-11-17T05:00:00Z' });
    anAnswer(db, { at: '2026-11-18T05:00:00Z', as: 'unread' });
    anAnswer(db, { at: '2026-11-19T05:00:00Z', as: 'unknown' });
    expect(ends(pendingAnswers(db, { projectId: 'p', parserVersion: 1 }))).toEqual([18]);
    expect(ends(pendingAnswers(db, { projectId: 'p', parserVersion: 2 }))).toEqual([18, 19]);
    expect(pendingAnswers(db, { projectId: 'q', parserVersion: 2 })).toEqual([]);
  });

  it('count how often parsing them has begun, until it has ended', () => {
    const db = aDatabase();
    const callId = anAnswer(db, { at: '2026-11-18T05:00:00Z', as: 'unread' });
    const attempts = () => archivedAnswer(db, callId)?.readingAttempts;
    noteReadingBegun(db, callId);
    noteReadingBegun(db, callId);
    expect(attempts()).toBe(2);
    noteNotUnderstood(db, { callId, error: 'No.', parserVersion: 2 });
    expect(attempts()).toBe(0);
    expect(pendingAnswers(db, { projectId: 'p', parserVersion: 2 })).toEqual([]);
  });

  it('are counted, with the newest reason why they were not understood', () => {
    const db = aDatabase();
    expect(loadUnreadableAnswers(db, 'p')).toEqual({ count: 0, newest: null });
    const reasons = ['first', 'second', 'third', 'fourth', 'second'];
    for (const [index, error] of reasons.entries()) {
      const callId = anAnswer(db, { at: `2026-11-0${index + 1}T05:00:00Z`, as: 'unread' });
      noteNotUnderstood(db, { callId, error, parserVersion: 1 });
    }
    expect(loadUnreadableAnswers(db, 'p')).toEqual({
      count: 5,
      newest: { fetchedAt: new Date('2026-11-05T05:00:00Z'), reason: 'second' },
    });
    expect(loadUnreadableAnswers(db, 'q').count).toBe(0);
    expect(loadArchiveHealth(db, { since: new Date('2026-12-01') })).toEqual({
      unread: 0,
      notUnderstood: 5,
      reasons: ['second', 'fourth', 'third'],
      unsettled: 0,
    });
  });
});

describe('a saved body', () => {
  const saved = {
    projectId: 'p',
    body: Buffer.from('[{"metricName":"Traffic"}]'),
    windowEnd: new Date('2026-11-20T05:00:00Z'),
    numOfDays: 1 as const,
  };

  it('is added again until it was parsed, and then no more', () => {
    const db = aDatabase();
    const first = archiveAnswer(db, saved);
    expect(first).not.toBeNull();
    expect(archiveAnswer(db, saved)).not.toBeNull();
    db.sql.prepare('UPDATE api_calls SET parsed_at = window_end WHERE id = ?').run(first);
    expect(archiveAnswer(db, saved)).toBeNull();
  });

  it.each([
    ['another window', { numOfDays: 2 as const }],
    ['another end', { windowEnd: new Date('2026-11-20T05:00:00.001Z') }],
    ['other bytes', { body: Buffer.from('[]') }],
  ])('is another one with %s', (_what, difference) => {
    const db = aDatabase();
    const first = archiveAnswer(db, saved);
    db.sql.prepare('UPDATE api_calls SET parsed_at = window_end WHERE id = ?').run(first);
    expect(archiveAnswer(db, { ...saved, ...difference })).not.toBeNull();
  });
});
