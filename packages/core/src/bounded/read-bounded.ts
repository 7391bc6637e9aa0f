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
  // Grows in place, so that no chunk is held until all have come.
  const whole = new ArrayBuffer(0, { maxByteLength: maxBytes });
  for await (const chunk of chunks) {
    const at = whole.byteLength;
    if (at + chunk.byteLength > maxBytes) throw new TooLargeError(maxBytes);
    whole.resize(at + chunk.byteLength);
    new Uint8Array(whole, at).set(chunk);
  }
  // Some readers of bytes refuse those that could still grow.
  return new Uint8Array(whole.transferToFixedLength());
}
