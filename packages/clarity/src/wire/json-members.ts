const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const WHITESPACE: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** A member of a JSON object: its name, and the bytes of its value as written, which may not be JSON. */
export interface JsonMember {
  name: string;
  value: Uint8Array;
}

/** More than any object has that people save; each takes a hundred bytes of memory, whatever its size. */
const MOST_MEMBERS = 10_000;

/**
 * The members of a JSON object without parsing their values, so that a value is parsed once, by whoever needs it.
 * Null when the bytes are no object, break off, or have too many members.
 */
export function jsonMembers(bytes: Uint8Array): JsonMember[] | null {
  const members: JsonMember[] = [];
  let at = afterWhitespace(bytes, 0);
  if (bytes[at] !== OPEN_OBJECT) return null;
  at = afterWhitespace(bytes, at + 1);
  if (bytes[at] === CLOSE_OBJECT) return isEnd(bytes, at + 1) ? members : null;
  for (;;) {
    const nameEnd = bytes[at] === QUOTE ? endOfString(bytes, at) : null;
    if (nameEnd === null || members.length === MOST_MEMBERS) return null;
    const name = parsedName(bytes.subarray(at, nameEnd));
    at = afterWhitespace(bytes, nameEnd);
    if (name === null || bytes[at] !== COLON) return null;
    const start = afterWhitespace(bytes, at + 1);
    const end = endOfValue(bytes, start);
    if (end === null || end === start) return null;
    members.push({ name, value: bytes.subarray(start, end) });
    if (bytes[end] === CLOSE_OBJECT) return isEnd(bytes, end + 1) ? members : null;
    at = afterWhitespace(bytes, end + 1);
  }
}

/** The position after the quote that ends a string. */
function endOfString(bytes: Uint8Array, start: number): number | null {
  for (let at = start + 1; at < bytes.length; at += 1) {
    if (bytes[at] === BACKSLASH) at += 1;
    else if (bytes[at] === QUOTE) return at + 1;
  }
  return null;
}

/** The position of the comma or brace after a value. */
function endOfValue(bytes: Uint8Array, start: number): number | null {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const end = endOfString(bytes, at);
      if (end === null) return null;
      at = end - 1;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
    } else if (depth === 0 && (byte === COMMA || byte === CLOSE_OBJECT)) {
      return at;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      depth -= 1;
    }
  }
  return null;
}

function parsedName(bytes: Uint8Array): string | null {
  try {
    const name: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}

function isEnd(bytes: Uint8Array, at: number): boolean {
  return afterWhitespace(bytes, at) === bytes.length;
}

function afterWhitespace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (WHITESPACE.has(bytes[at])) at += 1;
  return at;
}
