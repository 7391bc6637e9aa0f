import { TooLargeError } from './too-large-error.ts';

/**
 * All bytes of a stream, such as the unpacked body of a response, when they are few enough. The stream is
 * left, and so cancelled, with the first byte too many: no more than that chunk is ever held beyond the limit.
 *
 * @throws TooLargeError when more than `maxBytes` came, and what the stream throws.
 */
export async function readBounded(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new TooLargeError(maxBytes);
    kept.push(chunk);
  }
  return joined(kept, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
