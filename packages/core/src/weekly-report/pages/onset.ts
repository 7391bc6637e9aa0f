import type { Day } from '../../calendar/day.ts';
import { addDays } from '../../calendar/day.ts';
import { zOfComparisons } from '../../statistics/confidence.ts';
import { logLikelihood } from '../../statistics/log-likelihood.ts';
import type { SignalShare } from '../../facts/signal-share.ts';
import type { Signal } from '../../segments/signals.ts';
import { rateChange } from '../changes/rate-change.ts';
import type { DailySums } from '../report-input.ts';
import type { RateChange } from '../report-model.ts';
import { sumSignals } from '../days/sum-days.ts';

/** How much more likely the best day must make the data than any other day: e^3, twenty times. */
const CLEAR_LOG_RATIO = 3;

export interface Onset {
  day: Day;
  /** From the days before to the day and those after. */
  change: RateChange;
}

/**
 * The day on which a signal became more frequent, if one stands out. Of all ways to cut the days in two, it is the
 * one whose two rates explain the data best (the maximum binomial likelihood), provided that it does so clearly
 * better than every other cut and that the rates provably differ. Null when no cut does, or when the day before is
 * unknown and the change may have begun there.
 */
export function onsetOf(signal: Signal, days: DailySums): Onset | null {
  const sorted = [...days.keys()].toSorted();
  const shareOf = (some: readonly Day[]): SignalShare => sumSignals(days, some).signals[signal];
  const cuts = sorted
    .slice(1)
    .map((day) => {
      const before = shareOf(sorted.filter((other) => other < day));
      const since = shareOf(sorted.filter((other) => other >= day));
      return { day, before, since, fit: fitOf(before) + fitOf(since) };
    })
    .toSorted((a, b) => b.fit - a.fit);
  const [best, second] = cuts;
  if (best === undefined || !days.has(addDays(best.day, -1))) return null;
  if (second !== undefined && best.fit - second.fit < CLEAR_LOG_RATIO) return null;
  const change = rateChange(best.before, best.since, zOfComparisons(cuts.length));
  return change?.verdict === 'worse' ? { day: best.day, change } : null;
}

function fitOf({ affected, knownSessions }: SignalShare): number {
  return affected === null ? 0 : logLikelihood({ affected, sessions: knownSessions });
}
