import type * as z from 'zod';
import { answerQuestion } from '../work/answer-question.ts';
import { badInput } from './bad-input.ts';
import type { Question, QuestionContext } from './question.ts';

/**
 * Asks a question with input that is not validated yet.
 *
 * @throws QueryError `bad-request` with all problems of the input, or whatever the question throws.
 */
export async function askQuestion<Input extends z.ZodType, Output extends z.ZodType>(
  question: Question<Input, Output>,
  context: QuestionContext,
  rawInput: unknown,
): Promise<z.output<Output>> {
  const input = question.input.safeParse(rawInput);
  if (!input.success) throw badInput(input.error, rawInput, context.nameOf);
  return question.output.parse(await answerQuestion(question, context, input.data));
}
