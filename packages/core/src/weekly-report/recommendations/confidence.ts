import type { Recommendation } from '../report-model.ts';
import type { PageTrouble } from './page-trouble.ts';

type Confidence = Recommendation['confidence'];

/** How much of its impact counts when recommendations are ordered. */
export const confidenceFactors: Record<Confidence, number> = { high: 1, medium: 0.6, low: 0.3 };

/**
 * high: provably worse than the week before, on one device, or proven for weeks in a row; medium: provably
 * above the site's rate this week; low: neither.
 */
export function confidenceOf({ page, signals, contrast }: PageTrouble): Confidence {
  const isWorse = signals.some((signal) => page.signals[signal].change?.verdict === 'worse');
  if (isWorse || contrast !== null || page.weeks >= 2) return 'high';
  return signals.some((signal) => page.signals[signal].impact > 0) ? 'medium' : 'low';
}
