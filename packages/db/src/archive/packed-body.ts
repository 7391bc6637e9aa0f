import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Larger bodies are not unpacked; JavaScript's strings end at twice this size. */
const LARGEST_BODY_BYTES = 256 * 2 ** 20;

/** A stored body that cannot be read. */
export class BodyUnreadableError extends Error {
  override readonly name = 'BodyUnreadableError';
}

/** A raw body as it is stored: compressed, with the hash of what was received. */
export function packBody(body: Buffer): { body: Buffer; sha256: string } {
  return { body: gzipSync(body), sha256: hashOfBody(body) };
}

/** SHA-256 of a raw body, in hex. */
export function hashOfBody(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}

/**
 * Unpacks a stored body.
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
        ? `it is larger than ${LARGEST_BODY_BYTES / 2 ** 20} MB when unpacked`
        : `it cannot be unpacked (${reason})`,
      { cause: error },
    );
  }
}

const SMALLEST_CHUNK = 1024;

/** The size that the end of a gzip states (RFC 1952), so that the body is unpacked into one piece of memory. */
function unpackedSize(packed: Buffer): number {
  return packed.length < 4 ? 0 : packed.readUInt32LE(packed.length - 4);
}
