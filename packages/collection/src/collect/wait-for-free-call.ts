import { loadQuota, renewLease } from '@clarity-keep/db';
import { LeaseLostError } from '../lease/lease-lost-error.ts';
import type { CollectDeps, CollectRun } from './collect-ports.ts';

/** Clarity's clock may be behind ours, and what takes long to arrive counts from then. */
const CLOCKS_APART_MS = 5_000;

/**
 * Waits for the next free call of a project, if there is one until `deadline`, and keeps the lease meanwhile.
 *
 * @returns whether it was worth waiting, so that the plan has to be made again.
 * @throws LeaseLostError
 */
export async function waitForFreeCall(
  { db, now, sleep, stop, onWait }: CollectDeps,
  { input, lease }: CollectRun,
  deadline: Date,
): Promise<boolean> {
  const { id } = input.project;
  const quota = loadQuota(db, id, now());
  const { nextFreeAt } = quota;
  if (nextFreeAt === null || nextFreeAt > deadline) return false;
  onWait?.(quota);
  const until = nextFreeAt.getTime() + CLOCKS_APART_MS;
  const isOver = (): boolean => stop?.aborted === true || now().getTime() >= until;
  while (!isOver()) {
    await sleep(Math.min(until - now().getTime(), lease.ttlMs / 3), stop);
    if (!renewLease(db, { projectId: id, lease, now: now() })) throw new LeaseLostError(id);
  }
  return true;
}
