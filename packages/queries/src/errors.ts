/**
 * bad-request: the question contradicts itself or is out of bounds. unknown-project, unknown-page,
 * unknown-report: no such thing is kept here. no-project: nothing is kept yet.
 */
export const queryErrorCodes = [
  'bad-request',
  'unknown-project',
  'unknown-page',
  'unknown-report',
  'no-project',
] as const;

export type QueryErrorCode = (typeof queryErrorCodes)[number];

/** A question that cannot be answered as asked; the message says what to ask instead. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly code: QueryErrorCode;

  constructor(code: QueryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
