import { byteSize } from '../display/numbers.ts';

/** More came than may be read. Says nothing of what came. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`There is more data than the ${byteSize(maxBytes)} that are allowed.`);
    this.maxBytes = maxBytes;
  }
}
