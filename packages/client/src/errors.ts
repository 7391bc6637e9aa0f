import type { AppRouter } from '@clarity-keep/api';
import { TRPCClientError } from '@trpc/client';

/**
 * A question that was not answered. `data` is what the server said of it, with a `code`, for a question that cannot be
 * answered as asked a `reason`, and for a defect an `errorId`; it is undefined when no answer came at all.
 */
export type ClarityKeepError = TRPCClientError<AppRouter>;

/** Whether an error is one of a question, and not of the program that asked. */
export function isClarityKeepError(error: unknown): error is ClarityKeepError {
  return error instanceof TRPCClientError;
}
