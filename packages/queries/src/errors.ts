import type { ExitKind } from '@clarity-keep/core';

/**
 * bad-request: the question contradicts itself or is out of bounds. unknown-project, unknown-page,
 * unknown-report: no such thing is kept here. no-project: nothing is kept yet. too-much-work: it would read
 * more than a question, or those of a request, may. answer-too-large: more than is sent at once. too-slow:
 * it took too long. too-many-questions: whoever asks has too much unanswered, busy: all have. cancelled:
 * the client no longer waits for the answer.
 */
export const queryErrorCodes = [
  'bad-request',
  'unknown-project',
  'unknown-page',
  'unknown-report',
  'no-project',
  'too-much-work',
  'answer-too-large',
  'too-slow',
  'too-many-questions',
  'busy',
  'cancelled',
] as const;

export type QueryErrorCode = (typeof queryErrorCodes)[number];

/** A question that cannot be answered as asked; the message says what to ask instead. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly exitKind = 'usage' satisfies ExitKind;
  readonly code: QueryErrorCode;

  constructor(code: QueryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
