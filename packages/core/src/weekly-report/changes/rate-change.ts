import { zOfComparisons } from '../../statistics/confidence.ts';
import { differenceInterval } from '../../statistics/newcombe.ts';
import type { SignalShare } from '../../facts/signal-share.ts';
import type { SignalWeights } from '../../frustration/impact.ts';
import { DEFAULT_MIN_SESSIONS } from '../../frustration/rank-pages.ts';
import type { SignalSums } from '../../facts/signal-sums.ts';
import type { Signal } from '../../segments/signals.ts';
import { forEachSignal, signals } from '../../segments/signals.ts';
import type { RateChange } from '../report-model.ts';

/** The z for a change of one page or of the site, whose six signals are compared together: 3.14. */
export const Z_OF_SIGNALS = zOfComparisons(signals.length);

export type SignalChanges = Record<Signal, RateChange | null>;

/**
 * How a share changed: worse or better when the interval of the difference at `z` excludes zero. Null
 * when a side is unknown or has too few sessions to be judged.
 */
export function rateChange(before: SignalShare, after: SignalShare, z: number): RateChange | null {
  if (before.affected === null || after.affected === null) return null;
  if (Math.min(before.knownSessions, after.knownSessions) < DEFAULT_MIN_SESSIONS) return null;
  return heldTo(z, {
    before: sideOf(before.affected, before),
    after: sideOf(after.affected, after),
  });
}

/** The same change, its interval and verdict at another z. */
export function heldTo(
  z: number,
  { before, after }: Pick<RateChange, 'before' | 'after'>,
): RateChange {
  const { low, high } = differenceInterval(before, after, z);
  const verdict = low > 0 ? 'worse' : high < 0 ? 'better' : 'no-clear-change';
  return { before, after, low, high, verdict };
}

/** The changes of all signals, each at `z`. */
export function signalChanges(before: SignalSums, after: SignalSums, z: number): SignalChanges {
  return forEachSignal((signal) => rateChange(before.signals[signal], after.signals[signal], z));
}

/**
 * How many more sessions (fewer when negative) a change is proven to have affected: weight times sessions times
 * the bound of its interval that is nearer to zero. Zero when nothing is proven.
 */
export function provenChange(change: RateChange | null, weight: number): number {
  if (change === null) return 0;
  const bound = change.low > 0 ? change.low : Math.min(0, change.high);
  return weight * change.after.sessions * bound;
}

/** The proven changes of all signals added up. */
export function netChange(changes: SignalChanges, weights: SignalWeights): number {
  return signals.reduce((net, signal) => net + provenChange(changes[signal], weights[signal]), 0);
}

/** The signal with the greatest `strength`, or null when none is above zero. */
export function strongestSignal(strength: (signal: Signal) => number): Signal | null {
  return signals.reduce<Signal | null>((best, signal) => {
    const least = best === null ? 0 : strength(best);
    return strength(signal) > least ? signal : best;
  }, null);
}

function sideOf(affected: number, { knownSessions }: SignalShare): RateChange['before'] {
  return { affected, sessions: knownSessions, rate: affected / knownSessions };
}
