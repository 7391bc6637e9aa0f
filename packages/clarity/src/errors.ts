import type { ExitKind } from '@clarity-keep/core';

/**
 * unavailable: a 5xx status. broken-off: the connection broke after Clarity may have received the request.
 * unreachable: Clarity certainly did not receive it. unreadable: the body is empty or not JSON. too-large: the
 * body was not read to its end. not-understood: JSON of an unknown shape. request-refused: any other status.
 */
export const clarityErrorCodes = [
  'token-refused',
  'quota-spent',
  'request-refused',
  'unavailable',
  'timeout',
  'broken-off',
  'unreachable',
  'unreadable',
  'too-large',
  'not-understood',
] as const;

export type ClarityErrorCode = (typeof clarityErrorCodes)[number];

/** How a command exits after a call that failed like this. */
export const clarityExitKinds: Readonly<Record<ClarityErrorCode, ExitKind>> = {
  'token-refused': 'token-refused',
  'quota-spent': 'quota-spent',
  'request-refused': 'unavailable',
  unavailable: 'unavailable',
  timeout: 'unavailable',
  'broken-off': 'unavailable',
  unreachable: 'unavailable',
  unreadable: 'not-understood',
  'too-large': 'not-understood',
  'not-understood': 'not-understood',
};

/** A call to Clarity that brought no usable response. Messages never contain the token. */
export class ClarityError extends Error {
  override readonly name: string = 'ClarityError';
  readonly code: ClarityErrorCode;
  /** HTTP status, if there was a response at all. */
  readonly status: number | null;
  /** The first 64 KB of the body of a status other than 200, if it had one. */
  readonly body: Buffer | null;

  constructor(
    code: ClarityErrorCode,
    message: string,
    {
      status = null,
      body = null,
      cause,
    }: { status?: number | null; body?: Buffer | null; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.status = status;
    this.body = body;
  }

  get exitKind(): ExitKind {
    return clarityExitKinds[this.code];
  }
}

/** A body with status 200 that cannot be used. Unless it was too large, the caller stores it. */
export class AnswerNotUnderstoodError extends ClarityError {
  override readonly name = 'AnswerNotUnderstoodError';

  constructor(
    message: string,
    {
      code = 'not-understood',
      cause,
    }: { code?: 'not-understood' | 'unreadable' | 'too-large'; cause?: unknown } = {},
  ) {
    super(code, message, { status: 200, cause });
  }
}

/** The error for a body of an unknown shape. */
export function notUnderstood(why: string, cause?: unknown): AnswerNotUnderstoodError {
  return new AnswerNotUnderstoodError(
    `Clarity's response was not understood: ${why}. Nothing was counted. ` +
      'If Clarity has changed its format, update Clarity Keep.',
    { cause },
  );
}

/** The error for a body that this version understands, but has no place for. */
export function notSupported(why: string): AnswerNotUnderstoodError {
  return new AnswerNotUnderstoodError(
    `Clarity's response is not supported yet: ${why}. Nothing was counted.`,
  );
}

/** The error for a body that cannot be parsed at all. */
export function unreadable(why: string, cause?: unknown): AnswerNotUnderstoodError {
  return new AnswerNotUnderstoodError(
    `Clarity's response cannot be parsed: ${why}. Nothing was counted; a later run tries again.`,
    { code: 'unreadable', cause },
  );
}

/** The error for a body that was not read to its end. */
export function tooLarge(maxBytes: number, cause: unknown): AnswerNotUnderstoodError {
  const megabytes = Math.round(maxBytes / 2 ** 20);
  return new AnswerNotUnderstoodError(
    `Clarity's response is larger than ${megabytes} MB and was not read to its end. Nothing was stored or counted. ` +
      'Clarity cuts off its lists at 1,000 rows, which is about 20 MB at most. ' +
      'If yours is larger for a good reason, raise CLARITY_MAX_ANSWER_MB.',
    { code: 'too-large', cause },
  );
}
