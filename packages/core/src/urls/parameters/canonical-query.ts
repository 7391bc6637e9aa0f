import { canonicalText } from '../spelling/canonical-text.ts';
import { withoutEndSpaces } from '../spelling/trim-end.ts';

/** Links are sometimes pasted from HTML: `a=1&amp;b=2`. */
const ENTITIES = /(^|[&?])(?:amp(?:;|%3B))+/gi;

/** Forms and scripts differ in whether they escape these. */
const SAME_IN_QUERY = /%(?:5B|5D|2C|3A)/g;

const MAY_CHANGE = /[%;\s\u0080-\uFFFF]/;

/** A query in the one spelling of all that mean the same, with `+` for a space and without spaces at the ends of values. */
export function canonicalQuery(query: string): string {
  if (!MAY_CHANGE.test(query)) return query;
  const canonical = canonicalText(query).replaceAll(ENTITIES, '$1');
  return canonical
    .split(/([&?])/)
    .map(withoutEndSpaces)
    .join('')
    .replaceAll(SAME_IN_QUERY, decodeURIComponent)
    .replaceAll(/%20| /g, '+');
}
