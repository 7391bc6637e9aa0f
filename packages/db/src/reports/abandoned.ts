import type { Delivery } from './delivery.ts';

/** Longer than one mail can take, with every wait for the mail server and the database. */
export const ABANDONED_AFTER_MINUTES = 15;
const ABANDONED_AFTER_MS = ABANDONED_AFTER_MINUTES * 60_000;

/** Whether a delivery is "sending" although no process can be sending it: the one that claimed it has died. */
export function isAbandoned({ state, claimedAt }: Delivery, now: Date): boolean {
  const { earliest, latest } = livingClaims(now);
  const isAlive = claimedAt !== null && claimedAt >= earliest && claimedAt <= latest;
  return state === 'sending' && !isAlive;
}

/** The same as a Prisma condition, for deliveries that are "sending". */
export function claimIsAbandoned(now: Date) {
  const { earliest, latest } = livingClaims(now);
  return [{ claimedAt: null }, { claimedAt: { lt: earliest } }, { claimedAt: { gt: latest } }];
}

/** The opposite: a process may be sending it. */
export function claimIsAlive(now: Date) {
  const { earliest, latest } = livingClaims(now);
  return { claimedAt: { gte: earliest, lte: latest } };
}

/** A claim from the future comes from a clock that was corrected since. */
function livingClaims(now: Date): { earliest: Date; latest: Date } {
  return {
    earliest: new Date(now.getTime() - ABANDONED_AFTER_MS),
    latest: new Date(now.getTime() + ABANDONED_AFTER_MS),
  };
}
