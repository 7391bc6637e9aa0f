import type { Signal } from '../segments/signals.ts';

/** Sessions affected by a signal out of those in which it could be known; null when it never could. */
export interface SignalShare {
  affected: number | null;
  knownSessions: number;
}

export type SignalShares = Record<Signal, SignalShare>;

/** Affected sessions per session, or null when unknown. */
export function rateOf({ affected, knownSessions }: SignalShare): number | null {
  return affected === null || knownSessions === 0 ? null : affected / knownSessions;
}
