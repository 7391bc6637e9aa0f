import { addKnown } from './measures.ts';
import type { SignalShares } from './signal-share.ts';
import { rateOf } from './signal-share.ts';
import type { Signal } from '../segments/signals.ts';
import { forEachSignal } from '../segments/signals.ts';

/** The part of sums over days that signals are judged by. `WindowSums` has it too. */
export interface SignalSums {
  sessions: number;
  signals: SignalShares;
}

export const noSignalSums: SignalSums = {
  sessions: 0,
  signals: forEachSignal(() => ({ affected: null, knownSessions: 0 })),
};

/** Adds up disjoint sets of sessions. */
export function addSignalSums(all: Iterable<SignalSums>): SignalSums {
  let total = noSignalSums;
  for (const { sessions, signals } of all) {
    const { signals: sums } = total;
    total = {
      sessions: total.sessions + sessions,
      signals: forEachSignal((signal) => ({
        affected: addKnown(sums[signal].affected, signals[signal].affected),
        knownSessions: sums[signal].knownSessions + signals[signal].knownSessions,
      })),
    };
  }
  return total;
}

export type SignalRates = Record<Signal, number | null>;

/** Affected per session of each signal; null where it is unknown. */
export function ratesOf({ signals }: SignalSums): SignalRates {
  return forEachSignal((signal) => rateOf(signals[signal]));
}
