import type { Interval } from './wilson.ts';
import { wilsonInterval } from './wilson.ts';

/** Affected sessions out of all sessions. */
export interface Share {
  affected: number;
  sessions: number;
}

/**
 * The interval of the difference of two independent shares, `b` minus `a`, made from their Wilson intervals at
 * the same z. Unlike the usual interval from standard errors it keeps its coverage for small samples and for
 * shares near 0, which is where frustration is.
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions:
 * comparison of eleven methods", Statistics in Medicine 17 (1998) 873-890, method 10.
 */
export function differenceInterval(a: Share, b: Share, z: number): Interval {
  const [shareA, shareB] = [shareOf(a), shareOf(b)];
  const [inA, inB] = [intervalOf(a, z), intervalOf(b, z)];
  const difference = shareB - shareA;
  return {
    low: difference - Math.hypot(shareB - inB.low, inA.high - shareA),
    high: difference + Math.hypot(inB.high - shareB, shareA - inA.low),
  };
}

function intervalOf({ affected, sessions }: Share, z: number): Interval {
  return wilsonInterval(affected, sessions, z);
}

function shareOf({ affected, sessions }: Share): number {
  return sessions <= 0 ? 0 : Math.min(1, affected / sessions);
}
