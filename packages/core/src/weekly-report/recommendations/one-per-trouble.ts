import type { Candidate } from './rule.ts';

/** The share of the combined impact from which a page's second trouble gets a place of its own. */
const LARGE_PART = 0.3;

/**
 * Keeps one candidate for each page, and a second only where the page is both broken and not what visitors came
 * for, and both weigh enough. Candidates about the whole site are all kept.
 */
export function onePerTrouble(candidates: readonly Candidate[]): Candidate[] {
  const pages = Map.groupBy(candidates, ({ recommendation }) => recommendation.page);
  return [...pages].flatMap(([page, ofPage]) => (page === null ? ofPage : chosen(ofPage)));
}

function chosen(ofPage: readonly Candidate[]): Candidate[] {
  const [first, ...others] = ofPage.toSorted(
    (a, b) => Number(b.takesPrecedence) - Number(a.takesPrecedence) || b.impact - a.impact,
  );
  if (first === undefined) return [];
  const second = others.find(
    ({ trouble, impact }) =>
      trouble !== first.trouble && impact >= (first.impact + impact) * LARGE_PART,
  );
  return second === undefined ? [first] : [first, second];
}
