import type { Delivery } from './delivery.ts';

/** Longer than one mail can take: every wait for the server and for the database, one after another. */
export const ABANDONED_AFTER_MINUTES = 15;
const ABANDONED_AFTER_MS = ABANDONED_AFTER_MINUTES * 60_000;

/** Whether no process can be sending a delivery that is "sending": whoever set out to has died. */
export function isAbandoned({ state, claimedAt }: Delivery, now: Date): boolean {
  const { earliest, latest } = livingClaims(now);
  const isAlive = claimedAt !== null && claimedAt >= earliest && claimedAt <= latest;
  return state === 'sending' && !isAlive;
}

/** The same as a condition of Prisma, on deliveries that are "sending". */
export function claimIsAbandoned(now: Date) {
  const { earliest, latest } = livingClaims(now);
  return [{ claimedAt: null }, { claimedAt: { lt: earliest } }, { claimedAt: { gt: latest } }];
}

/** That a process may be sending it, as a condition of Prisma on the same. */
export function claimIsAlive(now: Date) {
  const { earliest, latest } = livingClaims(now);
  return { claimedAt: { gte: earliest, lte: latest } };
}

/** A claim from the future is of a clock that was put right since. */
function livingClaims(now: Date): { earliest: Date; latest: Date } {
  return {
    earliest: new Date(now.getTime() - ABANDONED_AFTER_MS),
    latest: new Date(now.getTime() + ABANDONED_AFTER_MS),
  };
}
