import { holdBytes } from '@clarity-keep/core';

const LINE_FEED = 0x0a;

/** Finds the lines of a text that comes in chunks, and holds none but the unfinished one. */
export interface LineSplitter {
  /** The lines that end in this chunk, without the line feed and without most of the empty ones. Null is one of more than `maxLineBytes`. */
  push(chunk: Uint8Array): Generator<Uint8Array | null, void>;
  /** What follows the last line feed. */
  end(): Uint8Array | null;
}

/** By bytes and not by readline, which also breaks at U+2028, a character that JSON may hold. */
export function splitLines({ maxLineBytes }: { maxLineBytes: number }): LineSplitter {
  const line = holdBytes(maxLineBytes);
  return {
    *push(chunk) {
      let at = 0;
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, at)) {
        yield line.take(chunk.subarray(at, end));
        at = end + 1;
        // A file may have nothing but these.
        while (chunk[at] === LINE_FEED) at += 1;
      }
      if (at < chunk.length) line.hold(chunk.subarray(at));
    },
    end: () => line.take(new Uint8Array()),
  };
}
