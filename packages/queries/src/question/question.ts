import type { Database } from '@clarity-keep/db';
import type * as z from 'zod';

/** What every question is asked with. */
export interface QuestionContext {
  db: Database;
  now: Date;
  /** The project meant when the question names none. */
  defaultProject?: string | undefined;
  /** Ids of the projects that whoever asks may know of; null or left out for all. */
  allowedProjects?: readonly string[] | null | undefined;
}

/** A question: what may be asked, what is answered, and the verb between the two. */
export interface Question<Input extends z.ZodType, Output extends z.ZodType> {
  /** The question in a sentence or two, for those who choose among them. */
  summary: string;
  /** Something that may be asked. */
  example: z.input<Input>;
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
