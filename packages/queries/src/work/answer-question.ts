import type * as z from 'zod';
import type { Question, QuestionContext } from '../asking/question.ts';
import { questionGate } from './question-gate.ts';
import { questionWork } from './question-work.ts';
import { ownWorkLimits } from './work-limits.ts';

/**
 * Works out the answer to a question whose input was looked at, within the bounds of the request that it
 * came with, or of one of its own. Whoever sends the answer holds it to the question's output.
 *
 * @throws QueryError when it cannot be answered as asked, or would be more work than is allowed.
 */
export async function answerQuestion<Input extends z.ZodType, Output extends z.ZodType>(
  question: Question<Input, Output>,
  context: QuestionContext,
  input: z.output<Input>,
): Promise<z.output<Output>> {
  const request =
    context.request ??
    (context.gate ?? questionGate({ limits: ownWorkLimits })).open('this process');
  const work = questionWork(request);
  try {
    const answer = await question.ask({ ...context, work }, input);
    work.weigh(answer);
    return answer;
  } finally {
    work.end();
    if (context.request === undefined) request.close();
  }
}
