import { AnswerNotUnderstoodError } from '@clarity-keep/clarity';
import { BodyUnreadableError, refusesValues } from '@clarity-keep/db';

/**
 * Whether an error means that a stored body is damaged, cannot be parsed, or holds values that the database
 * rejects. The body is not to blame for any other error.
 */
export function isUnreadable(error: unknown): error is Error {
  return (
    error instanceof AnswerNotUnderstoodError ||
    error instanceof BodyUnreadableError ||
    refusesValues(error)
  );
}
