import type { Database } from '@clarity-keep/db';
import type * as z from 'zod';

/** What every question is asked with. */
export interface QuestionContext {
  db: Database;
  now: Date;
  /** The project meant when the question names none. */
  defaultProject?: string | undefined;
}

/** A question: what may be asked, what is answered, and the verb between the two. */
export interface Question<Input extends z.ZodType, Output extends z.ZodType> {
  input: Input;
  output: Output;
  /** @throws QueryError when it cannot be answered as asked. */
  ask(context: QuestionContext, input: z.output<Input>): z.output<Output>;
}

/** Holds a question to its own schemas. */
export function defineQuestion<Input extends z.ZodType, Output extends z.ZodType>(
  question: Question<Input, Output>,
): Question<Input, Output> {
  return question;
}
