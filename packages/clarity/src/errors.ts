import type { ExitKind } from '@clarity-keep/core';

/**
 * unavailable: a status of 5xx. broken-off: the connection broke after the request may have been taken.
 * unreachable: it surely was not. unreadable: a body that is empty or no JSON. too-large: one that was not
 * read to its end. not-understood: JSON of an unknown shape. request-refused: any other status.
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

/** What a command ends as when a call has failed like this. */
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

/** A call to Clarity that gave no usable answer. Messages never carry the token. */
export class ClarityError extends Error {
  override readonly name: string = 'ClarityError';
  readonly code: ClarityErrorCode;
  /** HTTP status, when there was an answer at all. */
  readonly status: number | null;
  /** What came with a status other than 200, if anything did: its first 64 KB. */
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

/** A body with status 200 that nothing can be made of. Unless it was too large, the caller keeps it. */
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

/** Says why the shape of a body was not understood, and what that means. */
export function notUnderstood(why: string, cause?: unknown): AnswerNotUnderstoodError {
  return new AnswerNotUnderstoodError(
    `The response was not understood: ${why}. Nothing was counted; ` +
      'if Clarity has changed its format, update Clarity Keep.',
    { cause },
  );
}

/** Says why a body cannot be read at all. */
export function unreadable(why: string, cause?: unknown): AnswerNotUnderstoodError {
  return new AnswerNotUnderstoodError(
    `The response cannot be parsed: ${why}. Nothing was counted; a later run will try again.`,
    { code: 'unreadable', cause },
  );
}

/** Says that a body was not read to its end. */
export function tooLarge(maxBytes: number, cause: unknown): AnswerNotUnderstoodError {
  const megabytes = Math.round(maxBytes / 2 ** 20);
  return new AnswerNotUnderstoodError(
    `The response is larger than ${megabytes} MB and was not read to the end. Nothing was stored or counted. ` +
      'Clarity cuts its lists at 1,000 rows, which makes some 20 MB at most; ' +
      'if yours is larger for a good reason, raise CLARITY_MAX_ANSWER_MB.',
    { code: 'too-large', cause },
  );
}
