/**
 * Text that visitors made, safe to show on one line: control characters, line breaks, bidirectional
 * overrides, zero-width and private characters and lone surrogates become U+FFFD. Not escaped for HTML.
 */
export function displayText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu, '\u{FFFD}');
}

/** At most `length` characters: the middle gives way, because both ends of a URL tell it from others. */
export function shortenMiddle(text: string, length: number): string {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  const head = Math.ceil((length - 1) * 0.6);
  const tail = length - 1 - head;
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
}
