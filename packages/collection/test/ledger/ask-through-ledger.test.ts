import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fetch } from '@clarity-keep/clarity';
import { acquireLease, openDatabase } from '@clarity-keep/db';
import type { Database, ProjectLease } from '@clarity-keep/db';
import { QUOTA_LIMIT } from '@clarity-keep/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askThroughLedger } from '../../src/ledger/ask-through-ledger.ts';

const now = new Date('2026-11-20T05:00:00Z');
const lease: ProjectLease = { holder: 'this', host: 'here', pid: 1, ttlMs: 60_000 };

function aLeasedDatabase(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
  onTestFinished(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  acquireLease(db, { projectId: 'shop', lease, now, isAlive: () => true });
  return db;
}

function ask(db: Database, fetch: Fetch, { reserved = [] as string[] } = {}) {
  return askThroughLedger(
    { db, fetch, now: () => now, onReserved: () => void reserved.push('reserved') },
    {
      projectId: 'shop',
      numOfDays: 2,
      dimensions: ['URL', 'Device'],
      reason: 'newest-day',
      token: 'token-of-shop',
      apiUrl: 'https://clarity.example/',
      timeoutMs: 1_000,
      lease,
    },
  );
}

function ledger(db: Database): unknown[] {
  return db.sql.prepare('SELECT state, http_status AS status FROM api_calls ORDER BY id').all();
}

const answering =
  (body: string, status = 200): Fetch =>
  () =>
    Promise.resolve(new Response(body, { status }));

describe('a call', () => {
  it('is in the ledger before it is made', async () => {
    const db = aLeasedDatabase();
    const reserved: string[] = [];
    let seen: unknown[] = [];
    await ask(
      db,
      () => {
        seen = [...ledger(db), ...reserved];
        return Promise.resolve(new Response('[]'));
      },
      { reserved },
    );
    expect(seen).toEqual([{ state: 'reserved', status: null }, 'reserved']);
  });

  it('stores the raw response byte for byte, and does not parse it', async () => {
    const db = aLeasedDatabase();
    const answer = await ask(db, answering('no JSON \u0000 at all'));
    expect(answer).toEqual({
      callId: 1,
      body: Buffer.from('no JSON \u0000 at all'),
      windowEnd: now,
    });
    expect(ledger(db)).toEqual([{ state: 'answered', status: 200 }]);
  });

  it.each([
    [401, 'refused'],
    [403, 'refused'],
    [429, 'limited'],
    [400, 'failed'],
    [500, 'failed'],
  ])('that ends with HTTP %i is recorded as %s', async (status, state) => {
    const db = aLeasedDatabase();
    await expect(ask(db, answering('sorry', status))).rejects.toMatchObject({ status });
    expect(ledger(db)).toEqual([{ state, status }]);
  });

  it('that never left counts as unsent', async () => {
    const db = aLeasedDatabase();
    const refused = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    });
    await expect(ask(db, () => Promise.reject(refused))).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect(ledger(db)).toEqual([{ state: 'unsent', status: null }]);
  });

  it('of a defect stays reserved, which counts as spent', async () => {
    const db = aLeasedDatabase();
    const onReserved = (): never => {
      throw new RangeError('a defect');
    };
    await expect(
      askThroughLedger(
        { db, fetch: answering('[]'), now: () => now, onReserved },
        {
          projectId: 'shop',
          numOfDays: 1,
          dimensions: [],
          reason: 'by-hand',
          token: 'token-of-shop',
          apiUrl: 'https://clarity.example/',
          timeoutMs: 1_000,
          lease,
        },
      ),
    ).rejects.toThrow('a defect');
    expect(ledger(db)).toEqual([{ state: 'reserved', status: null }]);
  });

  it('is not made once the quota is spent', async () => {
    const db = aLeasedDatabase();
    for (let call = 0; call < QUOTA_LIMIT; call += 1) await ask(db, answering('[]'));
    const reserved: string[] = [];
    const asked = ask(db, () => Promise.reject(new Error('Asked Clarity.')), { reserved });
    await expect(asked).rejects.toMatchObject({ code: 'quota-spent' });
    expect(reserved).toEqual([]);
    expect(ledger(db)).toHaveLength(QUOTA_LIMIT);
  });

  it('is not made by a process whose lease another one holds', async () => {
    const db = aLeasedDatabase();
    const other: ProjectLease = { ...lease, holder: 'other' };
    const later = new Date(now.getTime() + 2 * lease.ttlMs);
    acquireLease(db, { projectId: 'shop', lease: other, now: later, isAlive: () => false });
    const asked = ask(db, () => Promise.reject(new Error('Asked Clarity.')));
    await expect(asked).rejects.toMatchObject({ name: 'LeaseLostError', exitKind: 'usage' });
    expect(ledger(db)).toEqual([]);
  });
});
