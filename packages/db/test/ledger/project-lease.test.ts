import { beforeEach, describe, expect, it } from 'vitest';
import type { Database, LeaseHolder, ProjectLease, Reservation } from '../../src/index.ts';
import {
  acquireLease,
  loadQuota,
  releaseLease,
  renewLease,
  reserveCall,
  saveProject,
} from '../../src/index.ts';
import { aDatabase, aFolder } from '../support/a-database.ts';

let db: Database;
let other: Database;

beforeEach(() => {
  const folder = aFolder();
  db = aDatabase(folder);
  other = aDatabase(folder);
});

const start = new Date('2026-11-20T05:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

const first: ProjectLease = { holder: 'first', host: 'here', pid: 100, ttlMs: 60_000 };
const second: ProjectLease = { ...first, holder: 'second', pid: 200 };
const elsewhere: ProjectLease = { ...second, host: 'there' };

const alive = () => true;
const dead = () => false;

function acquire(
  lease: ProjectLease,
  {
    now = start,
    isAlive = alive,
    from = db,
    projectId = 'p',
  }: { now?: Date; isAlive?: (pid: number) => boolean; from?: Database; projectId?: string } = {},
): LeaseHolder | null {
  return acquireLease(from, { projectId, lease, now, isAlive });
}

function leases(): unknown[] {
  return db.sql
    .prepare('SELECT project_id, holder, acquired_at, expires_at FROM project_leases')
    .all();
}

function reserve(lease: ProjectLease, now = start): Reservation {
  return reserveCall(db, {
    projectId: 'p',
    numOfDays: 1,
    dimensions: [],
    reason: 'newest-day',
    tokenFingerprint: 'a-token',
    now,
    lease,
  });
}

describe('the lease of a project', () => {
  it('is taken by one of two, and the other is told by whom', () => {
    expect(acquire(first)).toBeNull();
    expect(acquire(second, { now: after(10), from: other })).toEqual({
      host: 'here',
      pid: 100,
      acquiredAt: start,
    });
    expect(leases()).toEqual([
      {
        project_id: 'p',
        holder: 'first',
        acquired_at: '2026-11-20T05:00:00.000Z',
        expires_at: '2026-11-20T05:01:00.000Z',
      },
    ]);
  });

  it('is of one project alone', () => {
    saveProject(db, { id: 'q', name: 'Blog', timeZone: 'UTC' }, start);
    expect(acquire(first)).toBeNull();
    expect(acquire(second, { projectId: 'q' })).toBeNull();
    expect(leases()).toHaveLength(2);
  });

  it('may be taken once more by who has it', () => {
    acquire(first);
    expect(acquire(first, { now: after(50) })).toBeNull();
    expect(leases()).toMatchObject([{ holder: 'first', expires_at: '2026-11-20T05:01:50.000Z' }]);
  });

  it('ends with its time', () => {
    acquire(first);
    expect(acquire(second, { now: after(59.999) })).not.toBeNull();
    expect(acquire(second, { now: after(60) })).toBeNull();
    expect(leases()).toMatchObject([{ holder: 'second', acquired_at: '2026-11-20T05:01:00.000Z' }]);
  });

  it('ends with its process, when that was of this host', () => {
    acquire(first);
    const asked: number[] = [];
    const isAlive = (pid: number) => {
      asked.push(pid);
      return false;
    };
    expect(acquire(second, { now: after(1), isAlive })).toBeNull();
    expect(asked).toEqual([100]);
    expect(leases()).toMatchObject([{ holder: 'second' }]);
  });

  it('does not end while its process runs', () => {
    acquire(first);
    expect(acquire(second, { now: after(59), isAlive: alive })).not.toBeNull();
    expect(leases()).toMatchObject([{ holder: 'first' }]);
  });

  it('of another host is not judged by the processes of this one', () => {
    acquire(first);
    expect(acquire(elsewhere, { now: after(59), isAlive: dead })).toMatchObject({ host: 'here' });
    expect(acquire(elsewhere, { now: after(60), isAlive: alive })).toBeNull();
  });

  it('is not given away by a number that every container has', () => {
    // Two containers of one host name: the process with this number is the one that asks.
    acquire({ ...first, pid: 1 });
    const same = { ...second, pid: 1 };
    expect(acquire(same, { now: after(1), isAlive: dead })).toMatchObject({ pid: 1 });
    expect(acquire(same, { now: after(60), isAlive: alive })).toBeNull();
  });

  it('does not last longer for a clock that is put back', () => {
    acquire(first, { now: after(3600) });
    // An hour and a minute to go, which no lease lasts.
    expect(acquire(second, { now: start })).toBeNull();
    expect(leases()).toMatchObject([{ holder: 'second' }]);
  });

  it('holds when the clock is put back by less than it lasts', () => {
    acquire(first, { now: after(30) });
    expect(acquire(second, { now: start })).not.toBeNull();
  });
});

describe('renewing and releasing', () => {
  it('prolongs the lease of its holder, and of nobody else', () => {
    acquire(first);
    expect(renewLease(db, { projectId: 'p', lease: second, now: after(30) })).toBe(false);
    expect(leases()).toMatchObject([{ holder: 'first', expires_at: '2026-11-20T05:01:00.000Z' }]);
    expect(renewLease(db, { projectId: 'p', lease: first, now: after(30) })).toBe(true);
    expect(leases()).toMatchObject([
      {
        holder: 'first',
        acquired_at: '2026-11-20T05:00:00.000Z',
        expires_at: '2026-11-20T05:01:30.000Z',
      },
    ]);
    expect(acquire(second, { now: after(89) })).not.toBeNull();
  });

  it('prolongs what nobody has taken over, also when its time was over', () => {
    acquire(first);
    expect(renewLease(db, { projectId: 'p', lease: first, now: after(3600) })).toBe(true);
    expect(acquire(second, { now: after(3600) })).not.toBeNull();
  });

  it('gives back what it has, and nothing that another has taken over', () => {
    acquire(first);
    acquire(second, { now: after(60) });
    releaseLease(db, { projectId: 'p', lease: first });
    expect(leases()).toMatchObject([{ holder: 'second' }]);
    releaseLease(db, { projectId: 'p', lease: second });
    expect(leases()).toEqual([]);
    expect(acquire(first, { now: after(61) })).toBeNull();
  });
});

describe('reserving a call', () => {
  it('is refused without the lease, and leaves no call', () => {
    expect(reserve(first)).toEqual({ state: 'lease-lost' });
    acquire(second);
    expect(reserve(first)).toEqual({ state: 'lease-lost' });
    expect(loadQuota(db, 'p', start).used).toBe(0);
  });

  it('is refused after another has taken over, and not to that one', () => {
    acquire(first);
    expect(reserve(first)).toMatchObject({ state: 'reserved' });
    acquire(second, { now: after(61) });
    expect(reserve(first, after(62))).toEqual({ state: 'lease-lost' });
    expect(reserve(second, after(62))).toMatchObject({ state: 'reserved' });
    expect(loadQuota(db, 'p', start).used).toBe(2);
  });

  it('is refused for a lost lease even when the calls of the day are spent', () => {
    acquire(first);
    for (let call = 0; call < 10; call += 1) reserve(first);
    expect(reserve(first)).toEqual({ state: 'spent' });
    acquire(second, { now: after(61) });
    expect(reserve(first, after(62))).toEqual({ state: 'lease-lost' });
  });

  it('renews the lease, so that a run of many calls keeps it', () => {
    acquire(first);
    reserve(first, after(50));
    expect(acquire(second, { now: after(100) })).not.toBeNull();
    expect(acquire(second, { now: after(110) })).toBeNull();
  });
});
