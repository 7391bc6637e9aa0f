import { Z_OF_SIGNALS, heldTo, provenChange, rateChange } from '../changes/rate-change.ts';
import { zOfComparisons } from '../../statistics/confidence.ts';
import type { Signal } from '../../segments/signals.ts';
import { signals } from '../../segments/signals.ts';
import { NOT_A_WEB_PAGE } from '../../urls/not-a-web-page.ts';
import { byPage } from './by-page.ts';
import type { KnownWeek } from './page-history.ts';
import { provenParts } from './page-history.ts';
import type { WeekFacts } from '../report-input.ts';
import type { RateChange } from '../report-model.ts';

/** A signal with proven impact on a page in the week before that is provably rarer there now. */
export interface Improvement {
  page: string;
  signal: Signal;
  change: RateChange;
  /** The weighted sessions it provably spared. */
  gain: number;
}

/**
 * What got better, the largest gain first. Only what was proven in the week before is looked at, and the
 * confidence holds over all of it.
 *
 * @param lastWeek the latest known week; null when it is unknown or cannot be compared.
 */
export function improvementsOf(
  { comparedPages, pagesBefore, weights }: WeekFacts,
  lastWeek: KnownWeek | null,
): Improvement[] {
  if (lastWeek === null) return [];
  const proven = pagesBefore.flatMap(({ page, sums }) => {
    if (page === NOT_A_WEB_PAGE) return [];
    const parts = provenParts(sums, lastWeek.siteRates, weights);
    return signals.filter((signal) => parts[signal] > 0).map((signal) => ({ page, signal }));
  });
  const before = byPage(comparedPages.weekBefore);
  const after = byPage(comparedPages.thisWeek);
  const z = Math.max(Z_OF_SIGNALS, zOfComparisons(Math.max(1, proven.length)));
  return proven
    .flatMap(({ page, signal }) => {
      const [then, now] = [before.get(page), after.get(page)];
      if (then === undefined || now === undefined) return [];
      const change = rateChange(then.signals[signal], now.signals[signal], Z_OF_SIGNALS);
      if (change === null || heldTo(z, change).verdict !== 'better') return [];
      return [{ page, signal, change, gain: -provenChange(change, weights[signal]) }];
    })
    .toSorted((a, b) => b.gain - a.gain);
}
