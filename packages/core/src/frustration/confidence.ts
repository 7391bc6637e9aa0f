import { upperNormalQuantile } from './normal-quantile.ts';
import { signals } from './signals.ts';

/** How sure the report is of what it says of two groups of sessions, over everything it compared for it. */
export const CHANGE_CONFIDENCE = 0.99;

/** z of a two-sided 95 % interval of one share. */
export const Z_TWO_SIDED_95 = upperNormalQuantile(0.025);

/**
 * z of each of so many two-sided intervals that all hold together with `CHANGE_CONFIDENCE`, however they
 * depend on each other (Bonferroni): the 1 % is shared out among them and their two sides.
 */
export function zOfComparisons(comparisons: number): number {
  return upperNormalQuantile((1 - CHANGE_CONFIDENCE) / (2 * comparisons));
}

/** z of a change of one page, or of the site, whose six signals are compared together: 3.14. */
export const Z_OF_SIGNALS = zOfComparisons(signals.length);
