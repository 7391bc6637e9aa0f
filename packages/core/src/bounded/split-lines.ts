import { holdBytes } from './hold-bytes.ts';

const LINE_FEED = 0x0a;

/** A line, or how one that is too long begins and ends. */
export type Line = { bytes: Uint8Array } | { ends: Uint8Array };

/** Finds the lines of a text that comes in chunks, and holds none but the unfinished one. */
export interface LineSplitter {
  /** The lines that end in this chunk, without the line feed and without most of the empty ones. */
  push(chunk: Uint8Array): Generator<Line, void>;
  /** What follows the last line feed. */
  end(): Line;
}

/**
 * Splits at line feeds alone, unlike readline, which also breaks at U+2028, a character that JSON may hold. Of a
 * line of more than `maxLineBytes`, only `endBytes` of either end are held.
 */
export function splitLines({
  maxLineBytes,
  endBytes = 0,
}: {
  maxLineBytes: number;
  endBytes?: number;
}): LineSplitter {
  const line = holdBytes(maxLineBytes);
  const ends = holdEnds(endBytes);
  const lineOf = (last: Uint8Array): Line => {
    ends.hold(last);
    const both = ends.take();
    const bytes = line.take(last);
    return bytes === null ? { ends: both } : { bytes };
  };
  return {
    *push(chunk) {
      let at = 0;
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, at)) {
        yield lineOf(chunk.subarray(at, end));
        at = end + 1;
        // A file may have nothing but these.
        while (chunk[at] === LINE_FEED) at += 1;
      }
      if (at === chunk.length) return;
      const rest = chunk.subarray(at);
      ends.hold(rest);
      line.hold(rest);
    },
    end: () => lineOf(new Uint8Array()),
  };
}

const NOTHING = new Uint8Array();

/** Holds the first and the last bytes of a piece that comes in parts; no byte belongs to both. */
function holdEnds(endBytes: number): { hold(part: Uint8Array): void; take(): Uint8Array } {
  let first: Uint8Array = NOTHING;
  let last: Uint8Array = NOTHING;
  return {
    hold(part) {
      if (endBytes === 0) return;
      const missing = endBytes - first.length;
      if (missing > 0) first = joined(first, part.subarray(0, missing));
      const rest = missing > 0 ? part.subarray(missing) : part;
      if (rest.length > 0) last = joined(last, rest.subarray(-endBytes)).slice(-endBytes);
    },
    take() {
      const both = joined(first, last);
      first = NOTHING;
      last = NOTHING;
      return both;
    },
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (b.length === 0) return a;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
