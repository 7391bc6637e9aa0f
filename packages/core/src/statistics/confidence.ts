import { upperNormalQuantile } from './normal-quantile.ts';

/** How sure the report is of what it says about two groups of sessions, over everything it compared to say it. */
export const CHANGE_CONFIDENCE = 0.99;

/** z of a two-sided 95% interval of one share. */
export const Z_TWO_SIDED_95 = upperNormalQuantile(0.025);

/**
 * The z that each of `comparisons` two-sided intervals needs, so that all of them hold together with
 * `CHANGE_CONFIDENCE`, however they depend on each other: the 1% is divided among them and their two sides.
 * Source: the Bonferroni inequality; O. J. Dunn, "Multiple comparisons among means", Journal of the American
 * Statistical Association 56 (1961) 52-64.
 */
export function zOfComparisons(comparisons: number): number {
  return upperNormalQuantile((1 - CHANGE_CONFIDENCE) / (2 * comparisons));
}
