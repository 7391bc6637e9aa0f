import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** The right to collect a project, held by one process at a time. */
export interface ProjectLease {
  /** Unique per run. */
  holder: string;
  host: string;
  pid: number;
  /** How long the lease lasts unless renewed: longer than a call may take. */
  ttlMs: number;
}

export interface LeaseHolder {
  host: string;
  pid: number;
  acquiredAt: Date;
}

interface LeaseRow {
  holder: string;
  host: string;
  pid: number;
  acquired_at: string;
  renewed_at: string;
  expires_at: string;
}

const SELECT = `SELECT holder, host, pid, acquired_at, renewed_at, expires_at FROM project_leases WHERE project_id = ?`;

/** A lease belongs to a project, so the first process to work on a project adds it. */
const KNOW = `INSERT INTO projects (id, name, created_at) VALUES (@projectId, @projectId, @now) ON CONFLICT DO NOTHING`;

const ACQUIRE = `INSERT INTO project_leases (project_id, holder, host, pid, acquired_at, renewed_at, expires_at)
  VALUES (@projectId, @holder, @host, @pid, @now, @now, @expiresAt)
  ON CONFLICT DO UPDATE SET holder = excluded.holder, host = excluded.host, pid = excluded.pid,
    acquired_at = excluded.acquired_at, renewed_at = excluded.renewed_at, expires_at = excluded.expires_at`;

/**
 * Takes the lease of a project, even from a holder that has died: its lease has expired, or its process on
 * this host is gone. Returns null on success, otherwise the holder.
 */
export function acquireLease(
  db: Database,
  {
    projectId,
    lease,
    now,
    isAlive,
  }: {
    projectId: string;
    lease: ProjectLease;
    now: Date;
    /** Whether a process on this host is running. */
    isAlive: (pid: number) => boolean;
  },
): LeaseHolder | null {
  return db.sql
    .transaction((): LeaseHolder | null => {
      const row = prepared(db, SELECT).get(projectId) as LeaseRow | undefined;
      if (
        row !== undefined &&
        row.holder !== lease.holder &&
        isHeld(row, { lease, now, isAlive })
      ) {
        return { host: row.host, pid: row.pid, acquiredAt: new Date(row.acquired_at) };
      }
      prepared(db, KNOW).run({ projectId, now: now.toISOString() });
      prepared(db, ACQUIRE).run({
        projectId,
        holder: lease.holder,
        host: lease.host,
        pid: lease.pid,
        now: now.toISOString(),
        expiresAt: expiryOf(lease, now),
      });
      return null;
    })
    .immediate();
}

/** Renews a lease. False if another process has taken it over. */
export function renewLease(
  db: Database,
  { projectId, lease, now }: { projectId: string; lease: ProjectLease; now: Date },
): boolean {
  const { changes } = prepared(
    db,
    'UPDATE project_leases SET renewed_at = ?, expires_at = ? WHERE project_id = ? AND holder = ?',
  ).run(now.toISOString(), expiryOf(lease, now), projectId, lease.holder);
  return changes === 1;
}

/** Releases a lease, if it is still held. */
export function releaseLease(
  db: Database,
  { projectId, lease }: { projectId: string; lease: ProjectLease },
): void {
  prepared(db, 'DELETE FROM project_leases WHERE project_id = ? AND holder = ?').run(
    projectId,
    lease.holder,
  );
}

function isHeld(
  row: LeaseRow,
  { lease, now, isAlive }: { lease: ProjectLease; now: Date; isAlive: (pid: number) => boolean },
): boolean {
  const expiresAt = Date.parse(row.expires_at);
  const ttlMs = expiresAt - Date.parse(row.renewed_at);
  // A clock that was set back must not lock a project for longer than its lease was meant to last.
  const isOfAnotherTime = expiresAt > now.getTime() + 2 * ttlMs;
  if (expiresAt <= now.getTime() || isOfAnotherTime) return false;
  // In containers every process may have the same id, so an equal id proves nothing about another run.
  return row.host !== lease.host || row.pid === lease.pid || isAlive(row.pid);
}

function expiryOf({ ttlMs }: ProjectLease, now: Date): string {
  return new Date(now.getTime() + ttlMs).toISOString();
}
