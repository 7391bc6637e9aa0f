import type { Database } from '@clarity-keep/db';
import type * as z from 'zod';
import type { OpenRequest, QuestionGate } from '../work/question-gate.ts';
import type { CollectionOutlook } from '../status/collection-outlook.ts';
import type { QuestionWork } from '../work/question-work.ts';

/** What every question is asked with. */
export interface QuestionContext {
  db: Database;
  now: Date;
  /** The project meant when the question names none. */
  defaultProject?: string | undefined;
  /** Ids of the projects that whoever asks may know of; null or left out for all. */
  allowedProjects?: readonly string[] | null | undefined;
  /** The request that the question came with, whose questions share a budget. */
  request?: OpenRequest | undefined;
  /** What the settings say of the collection of a project, where whoever answers has them. */
  outlook?: ((projectId: string, now: Date) => CollectionOutlook | null) | undefined;
  /** What a field of the input is called where it was given; left out, its own name. */
  nameOf?: ((field: string) => string) | undefined;
  /** Where questions without a request wait for their turn; left out, each is on its own. */
  gate?: QuestionGate | undefined;
}

/** What a question is worked out with. */
export interface AskContext extends QuestionContext {
  work: QuestionWork;
}

/** A question: what may be asked, what is answered, and the verb between the two. */
export interface Question<Input extends z.ZodType, Output extends z.ZodType> {
  /** The question in a sentence or two, for those who choose among them. */
  summary: string;
  /** Something that may be asked. */
  example: z.input<Input>;
  input: Input;
  output: Output;
  /**
   * Waits for its turn (`context.work.begin`) before it reads facts, and pauses between stretches of them.
   *
   * @throws QueryError when it cannot be answered as asked.
   */
  ask(context: AskContext, input: z.output<Input>): Promise<z.output<Output>>;
}

/** Holds a question to its own schemas. */
export function defineQuestion<Input extends z.ZodType, Output extends z.ZodType>(
  question: Question<Input, Output>,
): Question<Input, Output> {
  return question;
}
