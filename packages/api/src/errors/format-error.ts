import type { QueryErrorCode } from '@clarity-keep/queries';
import { QueryError } from '@clarity-keep/queries';
import type { TRPCDefaultErrorShape, TRPCError } from '@trpc/server';
import { errorIdOf } from './error-id.ts';

export interface ErrorShape extends TRPCDefaultErrorShape {
  data: TRPCDefaultErrorShape['data'] & {
    /** Of a question that cannot be answered as asked: why, for programs. */
    reason?: QueryErrorCode;
    /** For a defect: the ID to look for in the server log. */
    errorId?: string;
  };
}

/** What a client sees of an error; of a defect, only its ID. */
export function formatError({
  shape,
  error,
}: {
  shape: TRPCDefaultErrorShape;
  error: TRPCError;
}): ErrorShape {
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return {
      ...shape,
      message: 'Internal server error',
      data: { ...shape.data, errorId: errorIdOf(error) },
    };
  }
  if (!(error.cause instanceof QueryError)) return shape;
  return { ...shape, data: { ...shape.data, reason: error.cause.code } };
}
