import { appRouter } from '@clarity-keep/api';
import type { TRPCError } from '@trpc/server';
import { getTRPCErrorShape } from '@trpc/server';

/** An error as clients of the questions know it. tRPC has no code of its own for every HTTP status. */
export function errorBody(error: TRPCError, httpStatus?: number): { error: object } {
  const shape = getTRPCErrorShape({
    config: appRouter._def._config,
    error,
    type: 'unknown',
    path: undefined,
    input: undefined,
    ctx: undefined,
  });
  const data = httpStatus === undefined ? shape.data : { ...shape.data, httpStatus };
  return { error: { ...shape, data } };
}
