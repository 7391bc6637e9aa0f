import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/index.ts';
import {
  failCall,
  isFailingLately,
  keepAnswer,
  loadAnswerFormat,
  loadFailingDimensions,
  loadLatestCalls,
  loadReadCalls,
  newestAnswerAt,
  newestWindowEnd,
  saveProject,
} from '../../src/index.ts';
import { aDatabase } from '../support/a-database.ts';

interface ACall {
  at: string;
  dimensions?: string;
  as?: 'reserved' | 'failed' | 'answered' | 'read' | 'unknown';
  projectId?: string;
  origin?: 'collect' | 'import';
  numOfDays?: number;
  format?: 'insights' | 'sessions';
}

/** A call in the ledger and what has become of it. */
function aCall(
  db: Database,
  {
    at,
    dimensions = '',
    as = 'read',
    projectId = 'p',
    origin = 'collect',
    numOfDays = 1,
    format = 'insights',
  }: ACall,
): number {
  const callId = Number(
    db.sql
      .prepare(
        `INSERT INTO api_calls (project_id, origin, requested_at, quota_day, num_of_days, dimensions,
           reason, state, window_start, window_end)
         VALUES (@projectId, @origin, @at, substr(@at, 1, 10), @numOfDays, @dimensions, 'newest-day',
           'reserved', @at, @at)`,
      )
      .run({ projectId, origin, at: new Date(at).toISOString(), numOfDays, dimensions })
      .lastInsertRowid,
  );
  if (as === 'failed') {
    const failure = { httpStatus: 500, durationMs: 5, error: 'Clarity failed.', body: null };
    failCall(db, { callId, state: 'failed', ...failure });
  }
  if (['answered', 'read', 'unknown'].includes(as)) {
    keepAnswer(db, { callId, body: Buffer.from('[]'), durationMs: 5 });
  }
  const parsed = db.sql.prepare(
    `UPDATE api_calls SET format = ?, rows = 3, truncated = 1, parsed_at = window_end WHERE id = ?`,
  );
  if (as === 'read') parsed.run(format, callId);
  if (as === 'unknown')
    db.sql.prepare(`UPDATE api_calls SET error = 'No.' WHERE id = ?`).run(callId);
  return callId;
}

const noon = new Date('2026-11-20T12:00:00Z');

describe('the latest calls', () => {
  it('come newest first, with what was asked and what came of it', () => {
    const db = aDatabase();
    aCall(db, { at: '2026-11-19T05:00:00Z', numOfDays: 3 });
    aCall(db, { at: '2026-11-20T05:00:00Z', dimensions: 'URL,Device', as: 'failed' });
    expect(loadLatestCalls(db, 'p', 5)).toEqual([
      {
        requestedAt: new Date('2026-11-20T05:00:00Z'),
        numOfDays: 1,
        dimensions: ['URL', 'Device'],
        reason: 'newest-day',
        state: 'failed',
        httpStatus: 500,
        rows: null,
        truncated: null,
      },
      {
        requestedAt: new Date('2026-11-19T05:00:00Z'),
        numOfDays: 3,
        dimensions: [],
        reason: 'newest-day',
        state: 'answered',
        httpStatus: 200,
        rows: 3,
        truncated: true,
      },
    ]);
  });

  it('are those of one project, up to a limit, without imports', () => {
    const db = aDatabase();
    saveProject(db, { id: 'q', name: 'Blog', timeZone: 'UTC' }, noon);
    for (const day of ['18', '19', '20']) aCall(db, { at: `2026-11-${day}T05:00:00Z` });
    aCall(db, { at: '2026-11-21T05:00:00Z', projectId: 'q' });
    aCall(db, { at: '2026-11-22T05:00:00Z', origin: 'import' });
    expect(loadLatestCalls(db, 'p', 2).map(({ requestedAt }) => requestedAt.getUTCDate())).toEqual([
      20, 19,
    ]);
    expect(loadLatestCalls(db, 'nobody', 2)).toEqual([]);
  });
});

describe('calls whose responses were parsed', () => {
  it('are those since an instant, newest first', () => {
    const db = aDatabase();
    aCall(db, { at: '2026-11-18T23:59:59Z' });
    aCall(db, { at: '2026-11-19T00:00:00Z', dimensions: 'URL,Device', numOfDays: 2 });
    aCall(db, { at: '2026-11-20T05:00:00Z', format: 'sessions' });
    for (const as of ['reserved', 'failed', 'answered', 'unknown'] as const)
      aCall(db, { at: '2026-11-20T06:00:00Z', as });
    aCall(db, { at: '2026-11-20T07:00:00Z', origin: 'import' });
    expect(loadReadCalls(db, { projectId: 'p', since: new Date('2026-11-19T00:00:00Z') })).toEqual([
      {
        callId: 3,
        lacksMetrics: false,
        numOfDays: 1,
        dimensions: [],
        windowEnd: new Date('2026-11-20T05:00:00Z'),
        truncated: true,
        format: 'sessions',
      },
      {
        callId: 2,
        lacksMetrics: false,
        numOfDays: 2,
        dimensions: ['URL', 'Device'],
        windowEnd: new Date('2026-11-19T00:00:00Z'),
        truncated: true,
        format: 'insights',
      },
    ]);
  });

  it('say which format Clarity sends now', () => {
    const db = aDatabase();
    expect(loadAnswerFormat(db, 'p')).toBeNull();
    aCall(db, { at: '2026-11-18T05:00:00Z', format: 'insights' });
    aCall(db, { at: '2026-11-19T05:00:00Z', format: 'sessions' });
    aCall(db, { at: '2026-11-20T05:00:00Z', as: 'failed' });
    aCall(db, { at: '2026-11-20T06:00:00Z', origin: 'import', format: 'insights' });
    expect(loadAnswerFormat(db, 'p')).toBe('sessions');
    expect(loadAnswerFormat(db, 'q')).toBeNull();
  });
});

describe('failing calls', () => {
  const since = new Date('2026-11-19T00:00:00Z');

  it('are the dimensions whose newest call brought nothing usable', () => {
    const db = aDatabase();
    aCall(db, { at: '2026-11-18T05:00:00Z', dimensions: 'OS', as: 'failed' });
    aCall(db, { at: '2026-11-19T05:00:00Z', as: 'failed' });
    aCall(db, { at: '2026-11-19T05:00:01Z', dimensions: 'URL,Device', as: 'unknown' });
    aCall(db, { at: '2026-11-19T05:00:02Z', dimensions: 'Browser', as: 'failed' });
    aCall(db, { at: '2026-11-20T05:00:02Z', dimensions: 'Browser' });
    aCall(db, {
      at: '2026-11-20T05:00:03Z',
      dimensions: 'Country',
      as: 'failed',
      origin: 'import',
    });
    const failing = loadFailingDimensions(db, { projectId: 'p', since });
    expect(failing.map(String).toSorted()).toEqual(['', 'URL,Device']);
    expect(loadFailingDimensions(db, { projectId: 'q', since })).toEqual([]);
  });

  it('are not those that wait for their parser', () => {
    const db = aDatabase();
    aCall(db, { at: '2026-11-19T05:00:00Z', as: 'answered' });
    expect(loadFailingDimensions(db, { projectId: 'p', since })).toEqual([]);
  });

  it('are so for hours when the last of all failed, or the last with the same dimensions', () => {
    const db = aDatabase();
    const isFailing = (...dimensions: string[]) =>
      isFailingLately(db, { projectId: 'p', dimensions, now: noon });
    expect(isFailing()).toBe(false);
    aCall(db, { at: '2026-11-19T23:00:00Z', as: 'failed' });
    expect(isFailing()).toBe(false);
    aCall(db, { at: '2026-11-20T05:00:00Z', dimensions: 'URL,Device', as: 'failed' });
    expect([isFailing(), isFailing('URL', 'Device'), isFailing('OS')]).toEqual([true, true, true]);
    aCall(db, { at: '2026-11-20T05:01:00Z' });
    expect([isFailing(), isFailing('URL', 'Device'), isFailing('OS')]).toEqual([
      false,
      true,
      false,
    ]);
    // One that is under way says nothing yet.
    aCall(db, { at: '2026-11-20T05:02:00Z', dimensions: 'URL,Device', as: 'reserved' });
    expect(isFailing('URL', 'Device')).toBe(true);
    aCall(db, { at: '2026-11-20T05:03:00Z', dimensions: 'URL,Device' });
    expect(isFailing('URL', 'Device')).toBe(false);
  });
});

describe('the newest response', () => {
  it('about the whole site is that of a window of one day without dimensions', () => {
    const db = aDatabase();
    expect(newestAnswerAt(db, 'p')).toBeNull();
    aCall(db, { at: '2026-11-19T05:00:00Z' });
    aCall(db, { at: '2026-11-19T05:00:01Z', numOfDays: 2 });
    aCall(db, { at: '2026-11-19T05:00:02Z', dimensions: 'URL,Device' });
    aCall(db, { at: '2026-11-20T05:00:00Z', as: 'unknown' });
    aCall(db, { at: '2026-11-20T05:00:00Z', origin: 'import' });
    expect(newestAnswerAt(db, 'p')).toEqual(new Date('2026-11-19T05:00:00Z'));
  });

  it('is not one of a clock that ran ahead of the calendar', () => {
    const db = aDatabase();
    aCall(db, { at: '2026-11-19T05:00:00Z' });
    aCall(db, { at: '+020026-11-20T05:00:00.000Z' });
    expect(newestAnswerAt(db, 'p')).toEqual(new Date('2026-11-19T05:00:00Z'));
    expect(newestWindowEnd(db, 'p')).toEqual(new Date('2026-11-19T05:00:00Z'));
  });

  it('of any project counts when none is named', () => {
    const db = aDatabase();
    saveProject(db, { id: 'q', name: 'Blog', timeZone: 'UTC' }, noon);
    aCall(db, { at: '2026-11-19T05:00:00Z', as: 'unknown' });
    aCall(db, { at: '2026-11-20T05:00:00Z', projectId: 'q', as: 'answered' });
    aCall(db, { at: '2026-11-21T05:00:00Z', projectId: 'q', as: 'failed' });
    expect(newestWindowEnd(db, 'p')).toEqual(new Date('2026-11-19T05:00:00Z'));
    expect(newestWindowEnd(db)).toEqual(new Date('2026-11-20T05:00:00Z'));
    expect(newestWindowEnd(db, 'nobody')).toBeNull();
  });
});
