import { AnswerNotUnderstoodError } from '@clarity-keep/clarity';

/** Whether an error says that a kept body is damaged or not understood; any other one is not of the body. */
export function isUnreadable(error: unknown): error is Error {
  if (error instanceof AnswerNotUnderstoodError) return true;
  // What zlib says of bytes that are not what was packed.
  return error instanceof Error && String(Reflect.get(error, 'code')).startsWith('Z_');
}
