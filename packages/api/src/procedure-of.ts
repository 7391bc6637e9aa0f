import type { Question } from '@clarity-keep/queries';
import { answerQuestion } from '@clarity-keep/queries';
import type { TRPCQueryProcedure } from '@trpc/server';
import type * as z from 'zod';
import { procedure } from './trpc.ts';

type QueryOf<Input extends z.ZodType, Output extends z.ZodType> = TRPCQueryProcedure<{
  input: z.input<Input>;
  output: z.output<Output>;
  meta: object;
}>;

/** A question as a tRPC query, with the question's own schemas. */
export function procedureOf<Input extends z.ZodType, Output extends z.ZodType>(
  question: Question<Input, Output>,
): QueryOf<Input, Output> {
  const untyped: Question<z.ZodType, z.ZodType> = question;
  const { summary, example } = untyped;
  const query = procedure
    .meta({ summary, example })
    .input(untyped.input)
    .output(untyped.output)
    .query(({ ctx, input }) => answerQuestion(untyped, ctx, input));
  // tRPC cannot infer through schemas it does not know yet; these are the ones it was just given.
  return query as QueryOf<Input, Output>;
}
