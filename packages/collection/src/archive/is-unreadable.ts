import { AnswerNotUnderstoodError } from '@clarity-keep/clarity';
import { BodyUnreadableError, refusesValues } from '@clarity-keep/db';

/**
 * Whether an error says that a kept body is damaged, not understood, or holds what the database refuses;
 * any other one is not of the body.
 */
export function isUnreadable(error: unknown): error is Error {
  return (
    error instanceof AnswerNotUnderstoodError ||
    error instanceof BodyUnreadableError ||
    refusesValues(error)
  );
}
