import { frustratingSignal, isClearlyFrustrating } from '../pages/clear-frustration.ts';
import type { Recommendation } from '../report-model.ts';
import type { PageTrouble } from './page-trouble.ts';
import type { ReportParts } from './rule.ts';

type Confidence = Recommendation['confidence'];

/** How much of its impact counts when recommendations are ordered. */
export const confidenceFactors: Record<Confidence, number> = { high: 1, medium: 0.6, low: 0.3 };

/**
 * high: provably worse than the week before, on one device, or clearly above the site's rate; medium: above it
 * by the proof of this page alone, for two weeks in a row; low: so in this week alone, which among many pages
 * some are by chance.
 */
export function confidenceOf(
  { page, signals, contrast }: PageTrouble,
  { pages, fixes }: Pick<ReportParts, 'pages' | 'fixes'>,
): Confidence {
  const isWorse = signals.some((signal) => page.signals[signal].change?.verdict === 'worse');
  if (isWorse || contrast !== null) return 'high';
  const isFixed = fixes.some((fix) => fix.page === page.page && fix.verdict === 'worked');
  // The weeks before a fix that worked say nothing of what it left.
  const lately = isFixed ? { ...page, weeks: 1 } : page;
  if (signals.some((signal) => isClearlyFrustrating(lately, signal, pages))) return 'high';
  const lasting = lately.weeks < 2 ? null : frustratingSignal(page);
  return lasting !== null && signals.includes(lasting) ? 'medium' : 'low';
}
