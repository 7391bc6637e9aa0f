import { chanceOfShare } from '../../statistics/chance-of-share.ts';
import { CHANGE_CONFIDENCE } from '../../statistics/confidence.ts';
import type { Signal } from '../../segments/signals.ts';
import { signals } from '../../segments/signals.ts';
import { strongestSignal } from '../changes/rate-change.ts';
import type { ReportedPage, WeeklyReport } from '../report-model.ts';

/** A handful of sessions is no reason to act, however rare a signal is elsewhere. */
const MIN_AFFECTED = 5;

/** This many weeks in a row are not chance. */
const MIN_WEEKS = 4;

/** The signal that adds most to a page's impact, and the one its weeks in a row are counted for. */
export function frustratingSignal({
  signals: shares,
}: Pick<ReportedPage, 'signals'>): Signal | null {
  return strongestSignal((signal) => shares[signal].impact);
}

/** Whether enough sessions of a page are affected to say anything about it. */
export function hasEnoughAffected({ affected }: { affected: number | null }): boolean {
  return affected !== null && affected >= MIN_AFFECTED;
}

/**
 * Whether a signal is clearly more frequent on a page than elsewhere. Impact is proven page by page at 95%
 * confidence, so among many pages some have a little by chance. "Clearly" means proven with `CHANGE_CONFIDENCE`
 * over all signals of all judged pages, tied to one device, or proven for weeks.
 */
export function isClearlyFrustrating(
  page: Pick<ReportedPage, 'signals' | 'contrast' | 'weeks'>,
  signal: Signal,
  { judged, siteRates }: Pick<WeeklyReport['pages'], 'judged' | 'siteRates'>,
): boolean {
  const { affected, rate, impact } = page.signals[signal];
  if (impact === 0 || affected === null || rate === null || affected < MIN_AFFECTED) return false;
  if (page.contrast?.signal === signal) return true;
  if (page.weeks >= MIN_WEEKS && frustratingSignal(page) === signal) return true;
  const comparisons = Math.max(1, judged) * signals.length;
  const chance = chanceOfShare({ rate, sessions: affected / rate }, siteRates[signal] ?? 0);
  return chance * comparisons <= 1 - CHANGE_CONFIDENCE;
}
