import { holdBytes } from '@clarity-keep/core';

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const WHITESPACE: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Splits a JSON list that comes in chunks into its items. Holds only the unfinished item in memory. */
export interface ListSplitter {
  /**
   * The items that end in this chunk: the bytes between two commas, which may not be JSON. Null stands for an
   * item with more than `maxItemBytes` or `maxItemValues`. Consume all items before pushing the next chunk.
   */
  push(chunk: Uint8Array): Generator<Uint8Array | null, void>;
  /** What is wrong with the text as a list, so far; null if nothing is. */
  problem(): 'empty' | 'no list' | null;
  /** Whether the list has ended, with only white space after it. */
  isComplete(): boolean;
}

export function splitList({
  maxItemBytes,
  maxItemValues = Infinity,
}: {
  maxItemBytes: number;
  maxItemValues?: number;
}): ListSplitter {
  const item = holdBytes(maxItemBytes);
  const scan: Scan = { depth: 0, values: 0, isInString: false, isEscaped: false };
  let phase: 'before' | 'first' | 'items' | 'after' | 'no list' | 'too much' = 'before';
  let bytesBefore = 0;

  /** Where the items begin or continue in a chunk. */
  function begin(chunk: Uint8Array): number {
    let at = 0;
    if (phase === 'before') {
      while (at < chunk.length && chunk[at] === BYTE_ORDER_MARK[bytesBefore]) {
        at += 1;
        bytesBefore += 1;
      }
      at = afterWhitespace(chunk, at);
      if (at === chunk.length) {
        // Only white space so far, so a byte order mark can no longer follow.
        if (at > 0 && WHITESPACE.has(chunk[at - 1])) bytesBefore = BYTE_ORDER_MARK.length;
        return at;
      }
      const isMarkBroken = bytesBefore > 0 && bytesBefore < BYTE_ORDER_MARK.length;
      phase = chunk[at] === OPEN_LIST && !isMarkBroken ? 'first' : 'no list';
      at += 1;
    }
    if (phase === 'first') {
      at = afterWhitespace(chunk, at);
      if (at < chunk.length) {
        phase = chunk[at] === CLOSE_LIST ? 'after' : 'items';
        if (phase === 'after') at += 1;
      }
    }
    return at;
  }

  return {
    *push(chunk) {
      let at = begin(chunk);
      while (phase === 'items') {
        const end = endOfItem(scan, chunk, at);
        if (end === null) {
          item.hold(chunk.subarray(at));
          return;
        }
        if (chunk[end] === CLOSE_LIST) phase = 'after';
        const bytes = item.take(chunk.subarray(at, end));
        // Small values take fifty times their size in memory once parsed.
        yield scan.values > maxItemValues ? null : bytes;
        scan.values = 0;
        at = end + 1;
      }
      if (phase === 'after' && afterWhitespace(chunk, at) < chunk.length) phase = 'too much';
    },
    problem() {
      if (phase === 'no list') return 'no list';
      return phase === 'before' ? 'empty' : null;
    },
    isComplete: () => phase === 'after',
  };
}

interface Scan {
  depth: number;
  /** Roughly the values in the item so far: its lists, objects and commas. */
  values: number;
  isInString: boolean;
  isEscaped: boolean;
}

/** The position of the comma or bracket that ends an item; null if it is in a later chunk. */
function endOfItem(scan: Scan, chunk: Uint8Array, start: number): number | null {
  // Local variables are faster, and this loop sees every byte of gigabytes.
  let { depth, values, isInString, isEscaped } = scan;
  for (let at = start; at < chunk.length; at += 1) {
    const byte = chunk[at];
    if (isInString) {
      if (isEscaped) isEscaped = false;
      else if (byte === BACKSLASH) isEscaped = true;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) {
      isInString = true;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      values += 1;
    } else if (depth === 0 && (byte === COMMA || byte === CLOSE_LIST)) {
      scan.depth = 0;
      scan.values = values;
      scan.isInString = false;
      scan.isEscaped = false;
      return at;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      depth -= 1;
    } else if (byte === COMMA) {
      values += 1;
    }
  }
  scan.depth = depth;
  scan.values = values;
  scan.isInString = isInString;
  scan.isEscaped = isEscaped;
  return null;
}

function afterWhitespace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (WHITESPACE.has(bytes[at])) at += 1;
  return at;
}
