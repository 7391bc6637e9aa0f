import { decodedText } from './spelling/decoded-text.ts';
import type { UrlRules } from './url-rules.ts';

/** Whether a part of a URL, as written, is a mail address or a phone number to replace. */
export function isContactDetail(
  part: string,
  { replaceMailAddresses, replaceIds }: Pick<UrlRules, 'replaceMailAddresses' | 'replaceIds'>,
): boolean {
  if (!mayBeContactDetail(part)) return false;
  const text = decodedText(part).trim();
  return (
    (replaceMailAddresses && holdsMailAddress(text)) ||
    (replaceIds !== 'none' &&
      (isPhoneNumber(text) || (text.includes('+', 1) && isPhoneNumber(withSpaces(text)))))
  );
}

/** Whether any part of this can be one; cheap, because hardly any can. */
export function mayBeContactDetail(text: string): boolean {
  return /[@%+(\d]/.test(text);
}

/** Without a pattern over the whole, which could backtrack. */
function holdsMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at <= 0) return false;
  const domain = text.slice(at + 1);
  // Images of a site have names such as icon@2x.png.
  return /[^.]\.[a-z]{2}/i.test(domain) && !/^\dx?\./i.test(domain);
}

/** In a query, a plus may stand for a space, except before a telephone number. */
function withSpaces(text: string): string {
  return text.charAt(0) + text.slice(1).replaceAll('+', ' ');
}

const INTERNATIONAL = /^(?:tel:)?\+\d[\d ().-]{6,24}$/i;
const NORTH_AMERICAN = /^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/;

/** Only unmistakable forms: digits alone may be a product, and digits with hyphens a date. */
function isPhoneNumber(text: string): boolean {
  return INTERNATIONAL.test(text) || NORTH_AMERICAN.test(text);
}
