import { decodedText } from '../spelling/decoded-text.ts';
import { isContactDetail } from '../contact-details.ts';
import { normaliseParameter } from '../parameters/normalise-parameter.ts';
import { hasOpaquePart } from '../opaque-text.ts';
import { isIdOfPerson, isResetKey, namesPerson, namesReset } from './personal-path.ts';
import type { UrlRules } from '../url-rules.ts';

const NUMBER_OR_HEXADECIMAL = /^(?:\d+|[0-9a-f]{16,})$/i;

/** What every id, mail address and path parameter has one of. Cheap, because most paths have none. */
const MAY_CHANGE = /[\d@;%]/;
const MAY_BE_NUMBER = /[\d\u0080-\uFFFF]/;
const DOTS = /^(?:\.|%2e){1,2}$/i;

/** Paths contain slugs, some of them long, so a token must meet more conditions than in a query. */
const TOKEN_IN_PATH = { changesEvery: 6 };

/** The canonical path without path parameters that are not about the page, and with `:id` for what the rules replace. */
export function normalisePath(path: string, rules: UrlRules): string {
  if (rules.replaceIds !== 'all' && !MAY_CHANGE.test(path)) return path;
  let before = '';
  let isReset = false;
  return path
    .split('/')
    .map((part) => {
      const isPlain = rules.replaceIds !== 'all' && !MAY_CHANGE.test(part);
      if (isPlain) {
        before = part;
        isReset ||= namesReset(part);
        return part;
      }
      const kept = withoutPathParameters(part, rules);
      const isId = isContactDetail(kept, rules) || isReplacedId(kept, { before, isReset, rules });
      before = kept;
      isReset ||= namesReset(kept);
      return isId ? ':id' : kept;
    })
    .join('/');
}

function isReplacedId(
  part: string,
  { before, isReset, rules }: { before: string; isReset: boolean; rules: UrlRules },
): boolean {
  if (rules.replaceIds === 'none' || part === '') return false;
  if (rules.replaceIds === 'all' && NUMBER_OR_HEXADECIMAL.test(part.trim())) return true;
  const text = decodedText(part).trim();
  return (
    hasOpaquePart(text, TOKEN_IN_PATH) ||
    (MAY_BE_NUMBER.test(text) && namesPerson(before) && isIdOfPerson(text)) ||
    (isReset && isResetKey(text))
  );
}

/** Servers append the session to the path when there is no cookie: `/cart;jsessionid=1A2B`. */
function withoutPathParameters(part: string, rules: UrlRules): string {
  if (!part.includes(';') && !part.includes('%3B')) return part;
  const rulesOfPath = { ...rules, dropAllParameters: false };
  const [name = '', ...pieces] = part.split(/(;|%3B)/);
  let kept = name;
  for (let at = 0; at < pieces.length; at += 2) {
    const parameter = normaliseParameter(pieces[at + 1] ?? '', rulesOfPath);
    if (parameter !== null) kept += `${pieces[at]}${parameter}`;
  }
  if (kept.length === part.length) return kept;
  // Dots that are left alone would lead to another path.
  return DOTS.test(kept) ? part : kept.trimEnd();
}
