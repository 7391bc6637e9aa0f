import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database, FailedState, Reservation } from '../../src/index.ts';
import {
  abandonReservedCalls,
  acquireLease,
  archiveAnswer,
  loadQuota,
  failCall,
  isTokenRefused,
  keepAnswer,
  reserveCall,
  saveProject,
} from '../../src/index.ts';
import { aDatabase, aFolder } from '../support/a-database.ts';
import { aLease } from '../support/a-reserved-call.ts';

let db: Database;
let other: Database;

beforeEach(() => {
  const folder = aFolder();
  db = aDatabase(folder);
  other = aDatabase(folder);
  saveProject(db, { id: 'q', name: 'Blog', timeZone: 'UTC' }, evening);
  for (const projectId of ['p', 'q']) {
    acquireLease(db, { projectId, lease: aLease, now: evening, isAlive: () => true });
  }
});

const evening = new Date('2026-11-20T23:59:59Z');
const midnight = new Date('2026-11-21T00:00:00Z');

function tryToReserve(
  now: Date,
  { from = db, projectId = 'p', tokenFingerprint = 'first' } = {},
): Reservation {
  return reserveCall(from, {
    projectId,
    numOfDays: 2,
    dimensions: ['URL', 'Device'],
    reason: 'heal',
    tokenFingerprint,
    now,
    lease: aLease,
  });
}

/** A call in the ledger, and its id. */
function reserve(now: Date, overrides: Parameters<typeof tryToReserve>[1] = {}): number {
  const reservation = tryToReserve(now, overrides);
  if (reservation.state !== 'reserved') throw new Error(`It is ${reservation.state}.`);
  return reservation.callId;
}

function fail(callId: number, state: FailedState, body: Buffer | null = null): void {
  failCall(db, { callId, state, httpStatus: null, durationMs: 5, error: 'It failed.', body });
}

function answer(callId: number): void {
  keepAnswer(db, { callId, body: Buffer.from('[]'), durationMs: 5 });
}

describe('the quota ledger', () => {
  it('gives out ten calls in 24 hours, to two processes together', () => {
    const states = Array.from(
      { length: 12 },
      (_, index) => tryToReserve(evening, { from: index % 2 === 0 ? db : other }).state,
    );
    expect(states).toEqual([...Array.from({ length: 10 }, () => 'reserved'), 'spent', 'spent']);
    expect(loadQuota(db, 'p', evening).used).toBe(10);
    expect(loadQuota(db, 'p', evening).left).toBe(0);
  });

  it('counts each project for itself', () => {
    for (let call = 0; call < 10; call += 1) reserve(evening);
    expect(tryToReserve(evening).state).toBe('spent');
    expect(tryToReserve(evening, { projectId: 'q' }).state).toBe('reserved');
    expect(loadQuota(db, 'q', evening).left).toBe(9);
  });

  it('gives out further calls when a day has passed, not at midnight', () => {
    for (let call = 0; call < 10; call += 1) answer(reserve(evening));
    expect([tryToReserve(evening).state, tryToReserve(midnight).state]).toEqual(['spent', 'spent']);
    const free = loadQuota(db, 'p', midnight).nextFreeAt ?? midnight;
    expect(free).toEqual(new Date('2026-11-21T23:59:59.000Z'));
    expect(tryToReserve(new Date(free.getTime() - 1)).state).toBe('spent');
    expect(tryToReserve(free).state).toBe('reserved');
    expect(loadQuota(db, 'p', free)).toMatchObject({ used: 1, left: 9, nextFree: 1 });
  });

  it('counts a call that a clock ahead of ours has dated, for a day', () => {
    answer(reserve(new Date('2026-11-21T20:00:00Z')));
    answer(reserve(new Date('2036-11-21T20:00:00Z')));
    expect(loadQuota(db, 'p', evening).used).toBe(1);
  });

  it('writes down what will be asked before it is asked', () => {
    reserve(evening);
    expect(
      db.sql
        .prepare(
          `SELECT state, origin, reason, token_fingerprint, num_of_days, dimensions, requested_at, window_start,
             window_end, http_status, body FROM api_calls`,
        )
        .all(),
    ).toEqual([
      {
        state: 'reserved',
        origin: 'collect',
        reason: 'heal',
        token_fingerprint: 'first',
        num_of_days: 2,
        dimensions: 'URL,Device',
        requested_at: '2026-11-20T23:59:59.000Z',
        window_start: '2026-11-18T23:59:59.000Z',
        window_end: '2026-11-20T23:59:59.000Z',
        http_status: null,
        body: null,
      },
    ]);
  });

  it('does not charge for what was imported', () => {
    archiveAnswer(db, {
      projectId: 'p',
      body: Buffer.from('[]'),
      windowEnd: evening,
      numOfDays: 1,
    });
    expect(loadQuota(db, 'p', evening).used).toBe(0);
  });

  it.each<[FailedState, number]>([
    ['failed', 1],
    ['refused', 1],
    ['limited', 0],
    ['unsent', 0],
  ])('counts a call that ended as %s as %i', (state, count) => {
    fail(reserve(evening), state);
    expect(loadQuota(db, 'p', evening).used).toBe(count);
  });

  it('counts a call whose process has died, and only that project’s', () => {
    const done = reserve(evening);
    answer(done);
    const lost = reserve(evening);
    const theirs = reserve(evening, { projectId: 'q' });
    expect(abandonReservedCalls(db, 'p')).toBe(1);
    expect(abandonReservedCalls(db, 'p')).toBe(0);
    expect(loadQuota(db, 'p', evening).used).toBe(2);
    expect(
      db.sql
        .prepare('SELECT id, state, error IS NOT NULL AS noted FROM api_calls ORDER BY id')
        .all(),
    ).toEqual([
      { id: done, state: 'answered', noted: 0 },
      { id: lost, state: 'failed', noted: 1 },
      { id: theirs, state: 'reserved', noted: 0 },
    ]);
  });
});

describe('a call that Clarity refuses for the quota', () => {
  it('stops the calls of the project, however few were made', () => {
    fail(reserve(evening), 'limited');
    expect(loadQuota(db, 'p', evening).isRefusing).toBe(true);
    expect(loadQuota(db, 'p', evening).left).toBe(0);
    expect(tryToReserve(evening, { from: other }).state).toBe('spent');
    // Another token would not help: the calls are the project's.
    expect(tryToReserve(evening, { tokenFingerprint: 'second' }).state).toBe('spent');
    expect(loadQuota(db, 'p', evening).used).toBe(0);
    expect(tryToReserve(evening, { projectId: 'q' }).state).toBe('reserved');
  });

  it('is followed by another try an hour later', () => {
    fail(reserve(evening), 'limited');
    const { nextFreeAt } = loadQuota(db, 'p', midnight);
    expect(nextFreeAt).toEqual(new Date('2026-11-21T00:59:59.000Z'));
    expect(loadQuota(db, 'p', nextFreeAt ?? midnight)).toMatchObject({
      isRefusing: false,
      left: 10,
    });
    expect(tryToReserve(nextFreeAt ?? midnight).state).toBe('reserved');
  });

  it('is followed by another try once our oldest call is a day old, if that is sooner', () => {
    answer(reserve(evening));
    fail(reserve(new Date('2026-11-21T23:50:00Z')), 'limited');
    expect(loadQuota(db, 'p', new Date('2026-11-21T23:51:00Z'))).toMatchObject({
      isRefusing: true,
      nextFreeAt: new Date('2026-11-21T23:59:59.000Z'),
    });
  });

  it('locks nobody out for longer because its clock was ahead', () => {
    fail(reserve(new Date('2026-11-21T20:00:00Z')), 'limited');
    expect(loadQuota(db, 'p', evening)).toMatchObject({
      isRefusing: true,
      nextFreeAt: new Date('2026-11-21T00:59:59.000Z'),
    });
  });

  it('is forgotten once Clarity has answered', () => {
    const anHourLater = new Date('2026-11-21T01:00:00Z');
    fail(reserve(evening), 'limited');
    answer(reserve(anHourLater));
    expect(loadQuota(db, 'p', anHourLater)).toMatchObject({ isRefusing: false, left: 9 });
  });
});

describe('a refused token', () => {
  const isRefused = (tokenFingerprint: string, projectId = 'p') =>
    isTokenRefused(db, { projectId, tokenFingerprint });

  it('stays refused, and another one is not', () => {
    expect(isRefused('first')).toBe(false);
    fail(reserve(evening), 'refused');
    expect([isRefused('first'), isRefused('second')]).toEqual([true, false]);
    expect(isRefused('first', 'q')).toBe(false);
  });

  it.each<FailedState>(['failed', 'unsent'])(
    'stays refused after a call that %s, which says nothing of it',
    (state) => {
      fail(reserve(evening), 'refused');
      fail(reserve(midnight), state);
      expect(isRefused('first')).toBe(true);
    },
  );

  it('is good again once it was answered', () => {
    fail(reserve(evening), 'refused');
    answer(reserve(midnight));
    expect(isRefused('first')).toBe(false);
  });

  it('is good again once Clarity has counted its calls', () => {
    fail(reserve(evening), 'refused');
    fail(reserve(midnight), 'limited');
    expect(isRefused('first')).toBe(false);
  });

  it('is told from one that was refused before it', () => {
    fail(reserve(evening), 'refused');
    fail(reserve(evening, { tokenFingerprint: 'second' }), 'refused');
    // Only the last one is known to be of no use: whoever goes back to an older one may try it once.
    expect([isRefused('first'), isRefused('second')]).toEqual([false, true]);
  });
});

describe('what came with a failure', () => {
  it('is kept, packed and with its hash', () => {
    fail(reserve(evening), 'failed', Buffer.from('{"error":"down"}'));
    const row = db.sql.prepare('SELECT state, body, body_sha256 FROM api_calls').get() as {
      state: string;
      body: Buffer;
      body_sha256: string;
    };
    expect(row.state).toBe('failed');
    expect(gunzipSync(row.body).toString()).toBe('{"error":"down"}');
    expect(row.body_sha256).toBe(createHash('sha256').update('{"error":"down"}').digest('hex'));
  });
});
