import type { Candidate } from './rule.ts';

/** From this share of what both weigh, a second trouble of a page is worth a second place. */
const LARGE_PART = 0.3;

/**
 * Leaves one candidate for each page, and a second one only where the page is both broken and not what
 * visitors came for, and both weigh much. What is about the whole site all stays.
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
