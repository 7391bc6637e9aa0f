import {
  Z_OF_SIGNALS,
  netChange,
  provenChange,
  signalChanges,
  strongestSignal,
} from './rate-change.ts';
import type { SignalWeights } from '../../frustration/impact.ts';
import { DEFAULT_MIN_SESSIONS } from '../../frustration/rank-pages.ts';
import type { SignalSums } from '../../facts/signal-sums.ts';
import { noSignalSums } from '../../facts/signal-sums.ts';
import type { Signal } from '../../segments/signals.ts';
import { forEachSignal } from '../../segments/signals.ts';
import type { SignalChanges } from './rate-change.ts';
import type { PageVerdict } from '../report-model.ts';

/** How a page changed on the compared weekdays of both weeks. */
export interface PageChange {
  verdict: PageVerdict;
  /** Null when the weeks are not compared. */
  sessionsBefore: number | null;
  signals: SignalChanges;
  /** The signal behind the verdict: the one with the largest proven change in its direction. */
  signal: Signal | null;
}

const notCompared: PageChange = {
  verdict: 'not-enough-data',
  sessionsBefore: null,
  signals: forEachSignal(() => null),
  signal: null,
};

/**
 * The verdict on a page, by the sign of its net proven change: how much its signals provably changed, weighted
 * like impact. The six intervals hold together with `CHANGE_CONFIDENCE`.
 */
export function pageChange(
  {
    isComparable,
    before = noSignalSums,
    after = noSignalSums,
  }: {
    /** Whether both weeks have enough complete weekdays in common. */
    isComparable: boolean;
    before: SignalSums | undefined;
    after: SignalSums | undefined;
  },
  weights: SignalWeights,
): PageChange {
  if (!isComparable) return notCompared;
  const change = { ...notCompared, sessionsBefore: before.sessions };
  if (after.sessions < DEFAULT_MIN_SESSIONS) return change;
  if (before.sessions === 0) return { ...change, verdict: 'new' };
  if (before.sessions < DEFAULT_MIN_SESSIONS) return change;
  const ofSignals = signalChanges(before, after, Z_OF_SIGNALS);
  return { ...change, signals: ofSignals, ...verdictOf(ofSignals, weights) };
}

/** The direction in which a page changed, and the signal that decided it. */
export function verdictOf(
  changes: SignalChanges,
  weights: SignalWeights,
): { verdict: 'worse' | 'better' | 'no-clear-change'; signal: Signal | null } {
  const net = netChange(changes, weights);
  if (net === 0) return { verdict: 'no-clear-change', signal: null };
  return {
    verdict: net > 0 ? 'worse' : 'better',
    signal: strongestSignal(
      (signal) => Math.sign(net) * provenChange(changes[signal], weights[signal]),
    ),
  };
}
