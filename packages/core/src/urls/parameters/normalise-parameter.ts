import { isContactDetail, mayBeContactDetail } from '../contact-details.ts';
import { decodedText } from '../spelling/decoded-text.ts';
import { hasOpaquePart } from '../opaque-text.ts';
import { matchNames } from './parameter-names.ts';
import { isPersonalParameter } from './personal-parameters.ts';
import { isTrackingName, isValueOfAd } from './tracking-parameters.ts';
import type { UrlRules } from '../url-rules.ts';

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

/** What Clarity shows of a value that it masks. */
const MASKED = '*na*';

/**
 * A canonical parameter under the rules, as it stands except for what becomes `:id`; null when it is dropped. With
 * `isSecretKey`, one that is named `key` or `login` is dropped too.
 */
export function normaliseParameter(
  pair: string,
  rules: UrlRules,
  { isSecretKey = false }: { isSecretKey?: boolean } = {},
): string | null {
  const equals = pair.indexOf('=');
  const { name, kind } = readName(equals === -1 ? pair : pair.slice(0, equals));
  const isKept = rules.keepParameters.length > 0 && matchNames(rules.keepParameters)(name);
  if (!isKept && (kind === 'dropped' || rules.dropAllParameters)) return null;
  const value = equals === -1 ? '' : plainText(pair.slice(equals + 1));
  if (value === MASKED) return null;
  if (!isKept) {
    if (matchNames(rules.dropParameters)(name) || isValueOfAd(name, value)) return null;
    if (isSecretKey && (name === 'key' || name === 'login')) return null;
    if (kind === 'content') {
      if (rules.replaceIds !== 'none' && hasOpaquePart(value, TOKEN_AS_CONTENT)) {
        return `${pair.slice(0, pair.indexOf('=') + 1)}:id`;
      }
    } else if (hasOpaquePart(name, TOKEN_IN_QUERY) || hasOpaquePart(value, TOKEN_IN_QUERY)) {
      return null;
    }
  }
  if (!mayBeContactDetail(pair)) return pair;
  return pair
    .split(/([/=])/)
    .map((part) => (isContactDetail(part, rules) ? ':id' : part))
    .join('');
}

interface ParameterName {
  name: string;
  kind: 'dropped' | 'content' | 'other';
}

/** Few names make up nearly all of millions of parameters. */
const knownNames = new Map<string, ParameterName>();
const MOST_KNOWN = 2000;
/** A longer piece of a text would keep the whole of it in memory. */
const LONGEST_KNOWN = 12;

function readName(text: string): ParameterName {
  const known = knownNames.get(text);
  if (known !== undefined) return known;
  const name = plainText(text).toLowerCase();
  const isDropped = isTrackingName(name) || isPersonalParameter(name);
  const kind = isDropped ? 'dropped' : namesContent(name) ? 'content' : 'other';
  if (text.length <= LONGEST_KNOWN) {
    // Visitors make names up, so a full list begins again.
    if (knownNames.size >= MOST_KNOWN) knownNames.clear();
    knownNames.set(text, { name, kind });
  }
  return { name, kind };
}

function plainText(text: string): string {
  return decodedText(text.includes('+') ? text.replaceAll('+', ' ') : text).trim();
}
