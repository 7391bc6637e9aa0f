import type { Recommendation } from '../report-model.ts';
import { errorClicks } from './advice/error-clicks.ts';
import { excessiveScrolling } from './advice/excessive-scrolling.ts';
import { quickBacks } from './advice/quick-backs.ts';
import { scriptErrors } from './advice/script-errors.ts';
import { vainClicks } from './advice/vain-clicks.ts';
import { confidenceFactors } from './confidence.ts';
import { onePerTrouble } from './one-per-trouble.ts';
import type { Candidate, ReportParts, Rule } from './rule.ts';
import { bouncingReferrer } from './rules/bouncing-referrer.ts';
import { browserTrouble } from './rules/browser-trouble.ts';
import { failedFix } from './rules/failed-fix.ts';
import { mismatchedSource } from './rules/mismatched-source.ts';
import { provenSignals } from './rules/proven-signals.ts';
import { shallowScrolling } from './rules/shallow-scrolling.ts';
import { worsePage } from './rules/worse-page.ts';

const MOST = 7;

/** Every rule. Of two recommendations with the same weight, the earlier rule's comes first. */
const rules: readonly Rule[] = [
  failedFix,
  provenSignals(vainClicks),
  provenSignals(errorClicks),
  provenSignals(scriptErrors),
  provenSignals(quickBacks),
  provenSignals(excessiveScrolling),
  worsePage,
  browserTrouble,
  mismatchedSource,
  bouncingReferrer,
  shallowScrolling,
];

/**
 * What to do about a week, by rule: at most seven things, ordered by impact and confidence. Every number in a
 * sentence is one of the report's, as the mail shows it.
 */
export function recommend(parts: ReportParts): Recommendation[] {
  return onePerTrouble(rules.flatMap((rule) => rule(parts)))
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .slice(0, MOST)
    .map(({ recommendation }) => recommendation);
}

function weightOf({ impact, recommendation }: Candidate): number {
  return impact * confidenceFactors[recommendation.confidence];
}
