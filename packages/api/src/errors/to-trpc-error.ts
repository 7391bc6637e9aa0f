import type { QueryErrorCode } from '@clarity-keep/queries';
import { badInput, QueryError } from '@clarity-keep/queries';
import { TRPCError } from '@trpc/server';
import * as z from 'zod';

const codes: Record<QueryErrorCode, TRPCError['code']> = {
  'bad-request': 'BAD_REQUEST',
  'unknown-project': 'NOT_FOUND',
  'unknown-page': 'NOT_FOUND',
  'unknown-report': 'NOT_FOUND',
  'no-project': 'PRECONDITION_FAILED',
  'too-much-work': 'UNPROCESSABLE_CONTENT',
  'answer-too-large': 'PAYLOAD_TOO_LARGE',
  'too-slow': 'SERVICE_UNAVAILABLE',
  'too-many-questions': 'TOO_MANY_REQUESTS',
  busy: 'SERVICE_UNAVAILABLE',
  cancelled: 'CLIENT_CLOSED_REQUEST',
};

/**
 * What a client learns about a failed procedure. Problems with the question are returned in full; anything
 * else is a defect of ours, of which a client sees nothing and `cause` keeps everything.
 */
export function toTrpcError(error: TRPCError, rawInput: unknown): TRPCError {
  const { cause } = error;
  if (cause instanceof QueryError) {
    return new TRPCError({ code: codes[cause.code], message: cause.message, cause });
  }
  if (error.code === 'BAD_REQUEST' && cause instanceof z.ZodError) {
    const problem = badInput(cause, rawInput);
    return new TRPCError({ code: 'BAD_REQUEST', message: problem.message, cause: problem });
  }
  if (error.code !== 'INTERNAL_SERVER_ERROR') return error;
  return new TRPCError({
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Internal server error',
    cause: cause ?? error,
  });
}
