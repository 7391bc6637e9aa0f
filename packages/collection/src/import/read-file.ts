import { createReadStream } from 'node:fs';
import { ImportError } from '../errors.ts';

/** Some thousand records. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * A file in chunks, as it is read.
 *
 * @throws ImportError when it cannot be read.
 */
export async function* readFileInChunks(path: string): AsyncGenerator<Uint8Array, void> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw cannotRead(path, error);
  }
}

/** Turns an error of the file system into an ImportError. */
export function cannotRead(path: string, error: unknown): ImportError {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return new ImportError(`${path} does not exist.`, { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new ImportError(`Cannot read ${path}: ${reason}`, { cause: error });
}
