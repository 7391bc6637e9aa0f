/** What of a text that comes in chunks belongs to one piece of it. */
export interface HeldBytes {
  /** Adds what a chunk has of a piece that goes on in the next. Beyond the limit, none of it is held. */
  hold(part: Uint8Array): void;
  /** The piece that ends with this part, or null when it is longer than the limit. Begins the next. */
  take(last: Uint8Array): Uint8Array | null;
}

/** A piece that comes byte by byte would otherwise take a hundred times its size. */
const MOST_PARTS = 1_024;

/** Holds the unfinished piece, and of it no more than `maxBytes` and one chunk. */
export function holdBytes(maxBytes: number): HeldBytes {
  let parts: Uint8Array[] = [];
  let size = 0;
  return {
    hold(part) {
      size += part.length;
      if (size > maxBytes) parts = [];
      else if (parts.push(part) > MOST_PARTS) parts = [joined(parts, size)];
    },
    take(last) {
      const isWhole = size === 0;
      size += last.length;
      const piece = size > maxBytes ? null : isWhole ? last : joined([...parts, last], size);
      parts = [];
      size = 0;
      return piece;
    },
  };
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
