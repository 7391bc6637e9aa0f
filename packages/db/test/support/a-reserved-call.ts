import type { Database, ProjectLease } from '../../src/index.ts';
import { acquireLease, reserveCall } from '../../src/index.ts';

/** A lease that whoever asks in a test may have. */
export const aLease: ProjectLease = { holder: 'a-test', host: 'here', pid: 1, ttlMs: 60_000 };

/** A call in the ledger of project `p`, and its id. */
export function aReservedCall(db: Database, now: Date): number {
  acquireLease(db, { projectId: 'p', lease: aLease, now, isAlive: () => true });
  const reservation = reserveCall(db, {
    projectId: 'p',
    numOfDays: 1,
    dimensions: [],
    reason: 'newest-day',
    tokenFingerprint: '0123456789abcdef',
    now,
    lease: aLease,
  });
  if (reservation.state === 'reserved') return reservation.callId;
  throw new Error(`No call is to be had at ${now.toISOString()}: ${reservation.state}.`);
}
