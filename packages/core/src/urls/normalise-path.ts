import { decodedText } from './decoded-text.ts';
import { isContactDetail } from './contact-details.ts';
import { normaliseParameter } from './normalise-parameter.ts';
import { hasOpaquePart } from './opaque-text.ts';
import { isIdOfPerson, namesPerson } from './personal-path.ts';
import type { UrlRules } from './url-rules.ts';

const NUMBER_OR_HEXADECIMAL = /^(?:\d+|[0-9a-f]{16,})$/i;
const DOTS = /^(?:\.|%2e){1,2}$/i;

/** Paths contain slugs, some of them long, so a token must meet more conditions than in a query. */
const TOKEN_IN_PATH = { changesEvery: 6 };

/** The path without path parameters that are not about the page, and with `:id` for what the rules replace. */
export function normalisePath(path: string, rules: UrlRules): string {
  let before = '';
  return path
    .split('/')
    .map((part) => {
      const kept = withoutPathParameters(part, rules);
      const isId = isContactDetail(kept, rules) || isReplacedId(kept, { before, rules });
      before = kept;
      return isId ? ':id' : kept;
    })
    .join('/');
}

function isReplacedId(
  part: string,
  { before, rules }: { before: string; rules: UrlRules },
): boolean {
  if (rules.replaceIds === 'none' || part === '') return false;
  if (rules.replaceIds === 'all' && NUMBER_OR_HEXADECIMAL.test(part.trim())) return true;
  const text = decodedText(part).trim();
  return hasOpaquePart(text, TOKEN_IN_PATH) || (namesPerson(before) && isIdOfPerson(text));
}

/** Servers append the session to the path when there is no cookie: `/cart;jsessionid=1A2B`. */
function withoutPathParameters(part: string, rules: UrlRules): string {
  if (!part.includes(';') && !/%3b/i.test(part)) return part;
  const rulesOfPath = { ...rules, dropAllParameters: false };
  const [name = '', ...pieces] = part.split(/(;|%3b)/i);
  let kept = name;
  for (let at = 0; at < pieces.length; at += 2) {
    const parameter = normaliseParameter(pieces[at + 1] ?? '', rulesOfPath);
    if (parameter !== null) kept += `${pieces[at]}${parameter}`;
  }
  if (kept.length === part.length) return kept;
  // Dots that are left alone would lead to another path.
  return DOTS.test(kept) ? part : kept.trimEnd();
}
