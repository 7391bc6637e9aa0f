/** The longest value, in characters. Browsers and servers cut URLs off at about this length. */
const LONGEST_TEXT = 8_192;

const HALF_OF_A_PAIR = /\p{Surrogate}/gu;

/** Looks like a character that was written out, so such a text needs its backslashes doubled. */
const WRITTEN_OUT = /\\u[\da-f]{4}/;

/**
 * A text, or the empty string for null and missing values. SQLite can end a text at NUL, and UTF-8 maps all
 * lone surrogates to the same character: both are written out (`\ud800`) and the backslashes of such a text
 * doubled, so that different texts stay different in the database. Of texts beyond 8,192 characters only the
 * start is stored, with the length and a checksum.
 */
export function parseText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const isStorable = value.isWellFormed() && !value.includes('\0') && !WRITTEN_OUT.test(value);
  const text = isStorable
    ? value
    : value
        .replaceAll('\\', '\\\\')
        .replaceAll('\0', writtenOut)
        .replaceAll(HALF_OF_A_PAIR, writtenOut);
  if (text.length <= LONGEST_TEXT) return text;
  // toWellFormed: the cut may split a surrogate pair.
  const start = text.slice(0, LONGEST_TEXT).toWellFormed();
  return `${start}... (${text.length} characters, ${checksum(text)})`;
}

function writtenOut(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** FNV-1a of 32 bits. Source: RFC 9923. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
