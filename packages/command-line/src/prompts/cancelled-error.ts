/** Whoever was asked has ended the conversation, e.g. with Ctrl-C. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}
