/** More came than may be read. Says nothing of what came. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`Expected at most ${maxBytes.toLocaleString('en-US')} bytes, got more.`);
    this.maxBytes = maxBytes;
  }
}
