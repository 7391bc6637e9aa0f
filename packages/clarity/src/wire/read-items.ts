import { notUnderstood, unreadable } from '../errors.ts';

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const WHITESPACE: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * The items of a JSON list, one by one: of an answer of 20 MB no more than one metric is ever text. `clean`
 * is given each text before it is parsed, and what messages quote.
 *
 * @throws AnswerNotUnderstoodError where the bytes are no JSON, or no list.
 */
export function* readItems(
  bytes: Uint8Array,
  clean: (text: string) => string,
): Generator<unknown, void> {
  let at = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? 3 : 0;
  at = afterWhitespace(bytes, at);
  if (at === bytes.length) throw unreadable('it is empty');
  if (bytes[at] !== OPEN_LIST) throw noList(bytes, clean);
  at = afterWhitespace(bytes, at + 1);
  for (let isFirst = true; !(isFirst && bytes[at] === CLOSE_LIST); isFirst = false) {
    const end = endOfItem(bytes, at);
    if (end === null) throw noJson(bytes, clean);
    yield parse(bytes.subarray(at, end), bytes, clean);
    at = end;
    if (bytes[at] === CLOSE_LIST) break;
    at += 1;
  }
  if (afterWhitespace(bytes, at + 1) !== bytes.length) throw noJson(bytes, clean);
}

/** The start of a body, for a message: one line, quoted. */
export function excerpt(bytes: Uint8Array, clean: (text: string) => string): string {
  const text = clean(decode(bytes.subarray(0, EXCERPT_BYTES))).trim();
  const start = text.slice(0, EXCERPT_CHARACTERS).toWellFormed();
  const isWhole = start.length === text.length && bytes.length <= EXCERPT_BYTES;
  return JSON.stringify(isWhole ? start : `${start}...`);
}

/** A token that is struck out of the start may be longer than what is quoted. */
const EXCERPT_BYTES = 8192;
const EXCERPT_CHARACTERS = 60;

/** Where the comma or the end of the list is that follows an item; null when there is none. */
function endOfItem(bytes: Uint8Array, start: number): number | null {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const end = endOfString(bytes, at);
      if (end === null) return null;
      at = end;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
    } else if (depth === 0 && (byte === COMMA || byte === CLOSE_LIST)) {
      return at;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      depth -= 1;
    }
  }
  return null;
}

/** The closing quote: one that no odd number of backslashes stands before. */
function endOfString(bytes: Uint8Array, start: number): number | null {
  for (let at = bytes.indexOf(QUOTE, start + 1); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) {
    let before = at;
    while (bytes[before - 1] === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
  return null;
}

function parse(item: Uint8Array, bytes: Uint8Array, clean: (text: string) => string): unknown {
  try {
    return JSON.parse(clean(decode(item)));
  } catch (error) {
    throw noJson(bytes, clean, error);
  }
}

function noList(bytes: Uint8Array, clean: (text: string) => string): Error {
  try {
    JSON.parse(clean(decode(bytes)));
  } catch (error) {
    return noJson(bytes, clean, error);
  }
  return notUnderstood(`it is no list: ${excerpt(bytes, clean)}`);
}

function noJson(bytes: Uint8Array, clean: (text: string) => string, cause?: unknown): Error {
  return unreadable(`it is not JSON: ${excerpt(bytes, clean)}`, cause);
}

function afterWhitespace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (WHITESPACE.has(bytes[at])) at += 1;
  return at;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
