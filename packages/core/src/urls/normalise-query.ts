import { normaliseParameter } from './normalise-parameter.ts';
import type { UrlRules } from './url-rules.ts';

/** The query under the rules, sorted. Works on the text, so that parameters that stay do so byte for byte. */
export function normaliseQuery(query: string, rules: UrlRules): string {
  return query
    .split('&')
    .map((pair) => normalisePair(pair, rules))
    .filter((pair) => pair.trim() !== '')
    .toSorted()
    .join('&');
}

/** Ads append their suffix with a question mark even where there is one already: `?size=2?gclid=x`. */
function normalisePair(pair: string, rules: UrlRules): string {
  if (pair === '') return '';
  return pair
    .split('?')
    .map((piece) => normaliseParameter(piece, rules))
    .filter((piece) => piece !== null)
    .join('?');
}
