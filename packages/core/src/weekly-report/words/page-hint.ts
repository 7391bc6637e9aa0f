import { displayText, shortenMiddle } from '../../display/safe-text/display-text.ts';
import { isContactDetail } from '../../urls/contact-details.ts';
import { decodedText } from '../../urls/spelling/decoded-text.ts';
import { hasOpaquePart } from '../../urls/opaque-text.ts';
import { isIdOfPerson, namesPerson } from '../../urls/paths/personal-path.ts';

const HINT_LENGTH = 80;
const MOST_WORDS = 6;
const WORDS_OF_LONG_TEXT = 4;

/** Nothing that identifies a visitor passes: privacy matters more here than the exact page. */
const EVERYTHING = { replaceMailAddresses: true, replaceIds: 'all' } as const;
const TOKEN = { changesEvery: 6, shortest: 12 };
const LONG_NUMBER = /\d(?:[ ().+-]*\d){4,}/;
const LONG_HEXADECIMAL = /[0-9a-f]{12,}/i;
const HANDLE = /^[@~]./;
const NAMES_FOLLOW =
  /^(?:u|user|profile|member|person|patient|employee|student|customer|client|contact|guest|author)s?$|^people$/i;

/**
 * What a model may know of a page's URL: its path without query, host, mail addresses, phone numbers, ids and
 * whatever follows a word for people. A part that is a sentence is cut, so that it hints at the page and has no
 * room for instructions.
 *
 * @example pageHint('https://a.example/users/jane/orders/10042?mail=j@x.example') // '/users/:id/orders/:id'
 */
export function pageHint(page: string): string {
  const url = URL.parse(page);
  const isAddress = url !== null && url.protocol.startsWith('http');
  const path = isAddress ? url.pathname : (page.split(/[?#]/, 1)[0] ?? '');
  let before = '';
  const parts = path.split('/').map((part) => {
    const text = decodedText(part).split(/[?#]/, 1)[0]?.trim() ?? '';
    const hint = isPersonal(text) || isPersonAfter(before, text) ? ':id' : cut(text);
    before = part;
    return hint;
  });
  return shortenMiddle(displayText(parts.join('/')), HINT_LENGTH);
}

/** Each piece is checked too: personal data may stand between other words. */
function isPersonal(text: string): boolean {
  return [text, ...text.split(/[\s,;:=&|()<>"']+/)].some(
    (piece) =>
      HANDLE.test(piece) ||
      isContactDetail(piece, EVERYTHING) ||
      LONG_NUMBER.test(piece) ||
      LONG_HEXADECIMAL.test(piece) ||
      hasOpaquePart(piece, TOKEN),
  );
}

/** After a word for people, a name counts as an id: `/users/jane-doe`. */
function isPersonAfter(before: string, text: string): boolean {
  if (text === '') return false;
  return NAMES_FOLLOW.test(before) || (namesPerson(before) && isIdOfPerson(text));
}

function cut(text: string): string {
  const words = text.match(/[\p{L}\p{M}\p{N}]+[^\p{L}\p{M}\p{N}]*/gu) ?? [];
  if (words.length <= MOST_WORDS) return text;
  return `${words.slice(0, WORDS_OF_LONG_TEXT).join('').trimEnd()}…`;
}
