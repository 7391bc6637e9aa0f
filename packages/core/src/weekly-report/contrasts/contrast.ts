import { zOfComparisons } from '../../statistics/confidence.ts';
import type { SignalShare } from '../../facts/signal-share.ts';
import type { Share } from '../../statistics/newcombe.ts';
import { differenceInterval } from '../../statistics/newcombe.ts';
import { DEFAULT_MIN_SESSIONS } from '../../frustration/rank-pages.ts';
import type { SignalSums } from '../../facts/signal-sums.ts';
import { addSignalSums } from '../../facts/signal-sums.ts';
import type { Signal } from '../../segments/signals.ts';
import type { Interval } from '../../statistics/wilson.ts';
import type { DeviceContrast } from '../report-model.ts';

/** A smaller multiple of the others' rate is not worth acting on. */
const MIN_RATIO = 1.5;

export type Contrast = Omit<DeviceContrast, 'device'>;

/** A group of sessions that can be compared with all others. */
export interface Candidate {
  name: string;
  signal: Signal;
  here: Share;
  elsewhere: Share;
}

/** Each group and signal against all other groups together, where both sides have enough sessions. */
export function candidatesOf(
  groups: readonly { name: string; sums: SignalSums }[],
  signals: readonly Signal[],
): Candidate[] {
  return groups.flatMap((group) => {
    const others = addSignalSums(groups.filter((other) => other !== group).map(({ sums }) => sums));
    return signals.flatMap((signal) => {
      const here = judgeable(group.sums.signals[signal]);
      const elsewhere = judgeable(others.signals[signal]);
      if (here === null || elsewhere === null) return [];
      return [{ name: group.name, signal, here, elsewhere }];
    });
  });
}

/**
 * Where a signal is provably and clearly more frequent than in all other sessions. The intervals of all
 * candidates hold together with `CHANGE_CONFIDENCE`.
 */
export function contrastsOf(candidates: readonly Candidate[]): (Contrast & { name: string })[] {
  if (candidates.length === 0) return [];
  const z = zOfComparisons(candidates.length);
  return candidates.flatMap(({ name, signal, here, elsewhere }) => {
    const interval = differenceInterval(elsewhere, here, z);
    if (!isClearlyMore(here, elsewhere, interval)) return [];
    const [rate, otherRate] = [rateOf(here), rateOf(elsewhere)];
    return [{ name, signal, ...here, rate, otherRate, ...interval }];
  });
}

/** Whether one share is clearly above another, and provably so by the interval of their difference. */
export function isClearlyMore(here: Share, elsewhere: Share, { low }: Interval): boolean {
  return low > 0 && rateOf(here) >= MIN_RATIO * rateOf(elsewhere);
}

function rateOf({ affected, sessions }: Share): number {
  return affected / sessions;
}

function judgeable({ affected, knownSessions }: SignalShare): Share | null {
  if (affected === null || knownSessions < DEFAULT_MIN_SESSIONS) return null;
  return { affected, sessions: knownSessions };
}
