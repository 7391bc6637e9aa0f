import { isContactDetail } from './contact-details.ts';
import { decodedText } from './decoded-text.ts';
import { hasOpaquePart } from './opaque-text.ts';
import { matchNames } from './parameter-names.ts';
import { isPersonalParameter } from './personal-parameters.ts';
import { isTrackingParameter } from './tracking-parameters.ts';
import type { UrlRules } from './url-rules.ts';

/** Names for what a page shows: an opaque value is replaced, and the parameter stays. */
const namesContent = matchNames([
  'id',
  'p',
  'pid',
  'product',
  'product_id',
  'productid',
  'item',
  'item_id',
  'itemid',
  'article',
  'article_id',
  'variant',
  'variant_id',
  'variantid',
  'sku',
  'category',
  'category_id',
  'page',
  'q',
  'query',
  's',
  'search',
  'keyword',
  'term',
]);

/** In a query, hardly anything but a token is this long and has no words. */
const TOKEN_IN_QUERY = { changesEvery: 10 };

const TOKEN_AS_CONTENT = { changesEvery: 6 };

/** A parameter under the rules, byte for byte except for what becomes `:id`; null when it is dropped. */
export function normaliseParameter(pair: string, rules: UrlRules): string | null {
  const { name, value } = readParameter(pair);
  if (!matchNames(rules.keepParameters)(name)) {
    if (rules.dropAllParameters || matchNames(rules.dropParameters)(name)) return null;
    if (isTrackingParameter(name, value) || isPersonalParameter(name)) return null;
    if (namesContent(name)) {
      if (rules.replaceIds !== 'none' && hasOpaquePart(value, TOKEN_AS_CONTENT)) {
        return `${pair.slice(0, pair.indexOf('=') + 1)}:id`;
      }
    } else if (hasOpaquePart(name, TOKEN_IN_QUERY) || hasOpaquePart(value, TOKEN_IN_QUERY)) {
      return null;
    }
  }
  return pair
    .split(/([/=])/)
    .map((part) => (isContactDetail(part, rules) ? ':id' : part))
    .join('');
}

function readParameter(pair: string): { name: string; value: string } {
  const equals = pair.indexOf('=');
  const name = decodedText(equals === -1 ? pair : pair.slice(0, equals));
  return {
    // Links are sometimes pasted from HTML: a=1&amp;gclid=x.
    name: name
      .trim()
      .toLowerCase()
      .replace(/^(?:amp;)+/, ''),
    value: equals === -1 ? '' : decodedText(pair.slice(equals + 1)).trim(),
  };
}
