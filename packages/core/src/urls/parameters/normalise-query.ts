import { canonicalQuery } from './canonical-query.ts';
import { normaliseParameter } from './normalise-parameter.ts';
import { hasSecretKey } from './personal-parameters.ts';
import type { UrlRules } from '../url-rules.ts';

/** The query under the rules, canonical and sorted. */
export function normaliseQuery(query: string, rules: UrlRules): string {
  if (query === '') return '';
  const canonical = canonicalQuery(query);
  const beside = { isSecretKey: hasSecretKey(canonical) };
  return canonical
    .split('&')
    .map((pair) => normalisePair(pair, rules, beside))
    .filter((pair) => pair.trim() !== '')
    .toSorted()
    .join('&');
}

/** Ads append their suffix with a question mark even where there is one already: `?size=2?gclid=x`. */
function normalisePair(pair: string, rules: UrlRules, beside: { isSecretKey: boolean }): string {
  if (!pair.includes('?')) return normaliseParameter(pair, rules, beside) ?? '';
  return pair
    .split('?')
    .map((piece) => normaliseParameter(piece, rules, beside))
    .filter((piece) => piece !== null)
    .join('?');
}
