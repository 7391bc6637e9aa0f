import { decodedText } from './decoded-text.ts';
import type { UrlRules } from './url-rules.ts';

/** Whether a part of a URL, as written, is a mail address or a phone number to replace. */
export function isContactDetail(
  part: string,
  { replaceMailAddresses, replaceIds }: Pick<UrlRules, 'replaceMailAddresses' | 'replaceIds'>,
): boolean {
  const text = decodedText(part).trim();
  return (
    (replaceMailAddresses && holdsMailAddress(text)) ||
    (replaceIds !== 'none' && isPhoneNumber(text))
  );
}

/** Without a pattern over the whole, which could backtrack. */
function holdsMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at <= 0) return false;
  const domain = text.slice(at + 1);
  // Images of a site have names such as icon@2x.png.
  return /[^.]\.[a-z]{2}/i.test(domain) && !/^\dx?\./i.test(domain);
}

const INTERNATIONAL = /^(?:tel:)?\+\d[\d ().-]{6,24}$/i;
const NORTH_AMERICAN = /^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/;

/** Only unmistakable forms: digits alone may be a product, and digits with hyphens a date. */
function isPhoneNumber(text: string): boolean {
  return INTERNATIONAL.test(text) || NORTH_AMERICAN.test(text);
}
