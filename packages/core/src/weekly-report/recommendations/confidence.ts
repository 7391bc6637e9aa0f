import { frustratingSignal, isClearlyFrustrating } from '../pages/clear-frustration.ts';
import type { Recommendation } from '../report-model.ts';
import type { PageTrouble } from './page-trouble.ts';
import type { ReportParts } from './rule.ts';

type Confidence = Recommendation['confidence'];

/** How much of a recommendation's impact counts towards its place. */
export const confidenceFactors: Record<Confidence, number> = { high: 1, medium: 0.6, low: 0.3 };

/**
 * high: provably worse than the week before, tied to one device, or clearly above the site's rate. medium: proven
 * for this page alone, two weeks in a row. low: proven for this page in this week only; among many pages some are
 * above the rate by chance.
 */
export function confidenceOf(
  { page, signals, contrast }: PageTrouble,
  { pages, fixes }: Pick<ReportParts, 'pages' | 'fixes'>,
): Confidence {
  const isWorse = signals.some((signal) => page.signals[signal].change?.verdict === 'worse');
  if (isWorse || contrast !== null) return 'high';
  const isFixed = fixes.some((fix) => fix.page === page.page && fix.verdict === 'worked');
  // The weeks before a fix that worked say nothing about what is left.
  const lately = isFixed ? { ...page, weeks: 1 } : page;
  if (signals.some((signal) => isClearlyFrustrating(lately, signal, pages))) return 'high';
  const lasting = lately.weeks < 2 ? null : frustratingSignal(page);
  return lasting !== null && signals.includes(lasting) ? 'medium' : 'low';
}
