/** A sequence of UTF-8 beyond ASCII, one escape, or a percent sign that escapes nothing. All of bounded length. */
const ESCAPE =
  /%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}|%[\da-f]{2}|%/gi;
const UNRESERVED = /[\w.~-]/;
const MAY_CHANGE = /[%\u0080-\uFFFF]/;

/** What is not ASCII, with the letter that a combining mark may stand on unless an escape ends in it. */
const BEYOND_ASCII = /(?:(?<!%)(?<!%.)[a-z])?[^\0-\u{7F}]+/giu;

/** Marks without an end take a time to order that grows with their square. */
const LONGEST_NORMALISED = 256;

/**
 * Part of a URL in the one spelling of all that mean the same: letters, digits and `-._~` unescaped, escapes in
 * capitals, other characters as NFC and escaped, a lone percent sign escaped. `/` and `%2F` stay apart.
 */
export function canonicalText(text: string): string {
  if (!MAY_CHANGE.test(text)) return text;
  return text.replaceAll(ESCAPE, canonicalEscape).replaceAll(BEYOND_ASCII, encode);
}

function canonicalEscape(escape: string): string {
  if (escape.length === 1) return '%25';
  if (escape.length === 3) {
    const code = Number.parseInt(escape.slice(1), 16);
    const character = String.fromCharCode(code);
    return code < 0x80 && UNRESERVED.test(character) ? character : escape.toUpperCase();
  }
  try {
    return decodeURIComponent(escape);
  } catch {
    return escape.toUpperCase();
  }
}

function encode(text: string): string {
  const wellFormed = text.toWellFormed();
  return encodeURIComponent(
    wellFormed.length > LONGEST_NORMALISED ? wellFormed : wellFormed.normalize('NFC'),
  );
}
