import { TooLargeError } from '@clarity-keep/core';
import { connectionProblem } from '@clarity-keep/notify';
import { ZodError } from 'zod';

/** What failed, without a word of the answer or of the request: either may have what is not for a log. */
export function whyNoWords(error: unknown): string {
  if (isTooLarge(error)) return 'an answer larger than 200 kB';
  if (error instanceof SyntaxError || error instanceof ZodError) {
    return 'an answer in the wrong form';
  }
  const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : undefined;
  return typeof status === 'number' ? `HTTP ${status}` : connectionProblem(error);
}

/** The SDK hides what its fetch throws in a cause. */
function isTooLarge(error: unknown): boolean {
  let inner = error;
  while (inner instanceof Error && !(inner instanceof TooLargeError)) inner = inner.cause;
  return inner instanceof TooLargeError;
}
