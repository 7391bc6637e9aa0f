/** Characters of a value. Browsers and servers end addresses at about as many. */
const LONGEST_TEXT = 8_192;

const NOT_STORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Text, or the empty string for null and what is not there. SQLite ends some texts at NUL, and UTF-8 makes
 * all halves of a surrogate pair the same: both are written out (`\ud800`), so that what differs here
 * differs there too. Of longer texts than 8,192 characters the start is kept, and how long they were.
 */
export function parseText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const text =
    value.isWellFormed() && !value.includes('\0') ? value : value.replace(NOT_STORABLE, escaped);
  if (text.length <= LONGEST_TEXT) return text;
  // toWellFormed: the cut may go through a pair.
  return `${text.slice(0, LONGEST_TEXT).toWellFormed()}... (${text.length} characters)`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
