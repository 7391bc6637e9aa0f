export type ClarityErrorCode =
  | 'token-refused'
  | 'quota-spent'
  | 'request-refused'
  | 'unavailable'
  | 'timeout'
  | 'unreachable'
  | 'not-understood';

/** A call to Clarity that gave no usable answer. Messages never carry the token. */
export class ClarityError extends Error {
  override readonly name: string = 'ClarityError';
  readonly code: ClarityErrorCode;
  /** HTTP status, when there was an answer at all. */
  readonly status: number | null;

  constructor(
    code: ClarityErrorCode,
    message: string,
    { status = null, cause }: { status?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.status = status;
  }
}

/** A body with status 200 that is neither of the two formats. The raw body is kept by the caller. */
export class AnswerNotUnderstoodError extends ClarityError {
  override readonly name = 'AnswerNotUnderstoodError';

  constructor(message: string, options: { cause?: unknown } = {}) {
    super('not-understood', message, { status: 200, ...options });
  }
}

/** Says why a body was not understood, and what that means. */
export function notUnderstood(why: string, cause?: unknown): AnswerNotUnderstoodError {
  return new AnswerNotUnderstoodError(
    `The answer was not understood: ${why}. Nothing was counted; ` +
      'if Clarity has changed its format, update Clarity Keep.',
    { cause },
  );
}
