import { errorIdOf } from '@clarity-keep/api';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { errorBody } from './error-body.ts';

/** Codes of what Fastify itself refuses. */
const codes: Readonly<Record<number, TRPCError['code']>> = {
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** Lets every route answer errors as the questions do: one shape, and of a defect nothing but its id. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const known = asTrpcError(error);
    if (known.code === 'INTERNAL_SERVER_ERROR') {
      request.log.error({ err: error, errorId: errorIdOf(known) }, 'defect');
    }
    return answerError(reply, known);
  });
}

/** Answers with an error, in the shape that clients of the questions know. */
export function answerError(reply: FastifyReply, error: TRPCError): FastifyReply {
  return reply.code(getHTTPStatusCodeFromError(error)).send(errorBody(error));
}

function asTrpcError(error: Error & { statusCode?: number }): TRPCError {
  if (error instanceof TRPCError) return error;
  const { statusCode = 500, message } = error;
  return new TRPCError({
    code: statusCode >= 500 ? 'INTERNAL_SERVER_ERROR' : (codes[statusCode] ?? 'BAD_REQUEST'),
    message,
    cause: error,
  });
}
