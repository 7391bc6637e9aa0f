import { randomUUID } from 'node:crypto';
import type { LeaseHolder, ProjectLease } from '@clarity-keep/db';
import { acquireLease, releaseLease } from '@clarity-keep/db';
import type { CollectDeps } from '../collect/collect-ports.ts';

/** Two calls at their time limit, and a minute to parse the response. */
export function leaseMsOf(timeoutMs: number): number {
  return 2 * timeoutMs + 60_000;
}

/** Does work on a project that only one process at a time may do, or names the process that is doing it. */
export async function withLease<Result>(
  { db, now, thisProcess }: Pick<CollectDeps, 'db' | 'now' | 'thisProcess'>,
  { projectId, ttlMs }: { projectId: string; ttlMs: number },
  work: (lease: ProjectLease) => Promise<Result>,
): Promise<{ result: Result } | { takenBy: LeaseHolder }> {
  const { host, pid, isAlive } = thisProcess;
  const lease: ProjectLease = { holder: randomUUID(), host, pid, ttlMs };
  const takenBy = acquireLease(db, { projectId, lease, now: now(), isAlive });
  if (takenBy !== null) return { takenBy };
  try {
    return { result: await work(lease) };
  } finally {
    releaseLease(db, { projectId, lease });
  }
}
