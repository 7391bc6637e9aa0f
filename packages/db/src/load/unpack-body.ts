import { gunzipSync } from 'node:zlib';

/** Bytes of an unpacked body, beyond which it is not read; JavaScript's strings end at twice as many. */
const LARGEST_BODY_BYTES = 256 * 2 ** 20;

/** A kept body that cannot be had. */
export class BodyUnreadableError extends Error {
  override readonly name = 'BodyUnreadableError';
}

/**
 * Unpacks a kept body.
 *
 * @throws BodyUnreadableError when it is damaged, or larger than 256 MB.
 */
export function unpackBody(packed: Buffer): Buffer {
  try {
    return gunzipSync(packed, {
      maxOutputLength: LARGEST_BODY_BYTES,
      chunkSize: Math.min(Math.max(unpackedSize(packed), SMALLEST_CHUNK), LARGEST_BODY_BYTES),
    });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    const reason = error instanceof Error ? error.message : String(error);
    throw new BodyUnreadableError(
      isTooLarge
        ? `it unpacks to more than ${LARGEST_BODY_BYTES / 2 ** 20} MB`
        : `it does not unpack (${reason})`,
      { cause: error },
    );
  }
}

const SMALLEST_CHUNK = 1024;

/** As the end of the gzip says (RFC 1952), so that the body is unpacked into one piece of memory. */
function unpackedSize(packed: Buffer): number {
  return packed.length < 4 ? 0 : packed.readUInt32LE(packed.length - 4);
}
