import type { QueryErrorCode } from '@clarity-keep/queries';
import { queryErrorCodes } from '@clarity-keep/queries';
import type { TRPCError } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';

interface DescribedError {
  code: TRPCError['code'];
  httpStatus: number;
  description: string;
  message: string;
  reason?: QueryErrorCode;
}

const errors: readonly DescribedError[] = [
  {
    code: 'BAD_REQUEST',
    httpStatus: 400,
    description: 'The question is invalid or out of bounds; the message says where.',
    message: 'limit must be at least 1, not 0.',
    reason: 'bad-request',
  },
  {
    code: 'UNAUTHORIZED',
    httpStatus: 401,
    description: 'An API key is required, or this one is invalid, expired or revoked.',
    message: 'This server requires an API key. Send it as "Authorization: Bearer ck_...".',
  },
  {
    code: 'NOT_FOUND',
    httpStatus: 404,
    description: 'Unknown project (for this key), page or report.',
    message: 'Unknown project "shpo". Known projects: wxb0r23ozh (Shop).',
    reason: 'unknown-project',
  },
  {
    code: 'PRECONDITION_FAILED',
    httpStatus: 412,
    description: 'Nothing has been collected yet.',
    message:
      'Nothing has been collected yet. Run clarity-keep collect or clarity-keep import first.',
    reason: 'no-project',
  },
  {
    code: 'PAYLOAD_TOO_LARGE',
    httpStatus: 413,
    description: 'The answer is too large to send.',
    message: 'The answer has 73,200 rows; at most 60,000 are sent. Ask for fewer days.',
    reason: 'answer-too-large',
  },
  {
    code: 'UNPROCESSABLE_CONTENT',
    httpStatus: 422,
    description: 'The question, or the request as a whole, would read too much.',
    message:
      'The question would read about 18,300,000 facts in 3660 days; one may read 4,000,000. About 800 days fit.',
    reason: 'too-much-work',
  },
  {
    code: 'TOO_MANY_REQUESTS',
    httpStatus: 429,
    description:
      'Too many requests; the Retry-After header says how many seconds to wait. Or, with the reason ' +
      'too-many-questions, too many large questions are still being answered.',
    message: 'Too many requests: 600 a minute are allowed. Try again in 12 s.',
  },
  {
    code: 'INTERNAL_SERVER_ERROR',
    httpStatus: 500,
    description: 'A defect; look for errorId in the server log.',
    message: 'Internal server error',
  },
  {
    code: 'SERVICE_UNAVAILABLE',
    httpStatus: 503,
    description: 'The server is busy, or the answer took too long.',
    message: 'The server is busy with other questions. Try again in a minute.',
    reason: 'busy',
  },
];

/** What is answered when a question is not: one shape for all. */
export const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['message', 'code', 'data'],
      properties: {
        message: {
          type: 'string',
          description: 'For people: what went wrong, and what to do next.',
        },
        code: { type: 'integer', description: 'The JSON-RPC error code.' },
        data: {
          type: 'object',
          required: ['code', 'httpStatus'],
          properties: {
            code: { type: 'string', description: 'For programs.', examples: ['NOT_FOUND'] },
            httpStatus: { type: 'integer' },
            path: { type: 'string', description: 'The procedure that was called.' },
            reason: {
              type: 'string',
              enum: queryErrorCodes,
              description: 'Why the question cannot be answered as asked.',
            },
            errorId: {
              type: 'string',
              format: 'uuid',
              description: 'For a defect: the ID to look for in the server log.',
            },
          },
        },
      },
    },
  },
};

/** The responses of errors, by the name of their code. */
export function errorResponses(): Record<string, unknown> {
  return Object.fromEntries(
    errors.map(({ code, httpStatus, description, message, reason }) => [
      code,
      {
        description,
        ...(httpStatus === 429 && {
          headers: { 'retry-after': { schema: { type: 'integer' }, description: 'Seconds.' } },
        }),
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
            example: {
              error: {
                message,
                code: TRPC_ERROR_CODES_BY_KEY[code],
                data: {
                  code,
                  httpStatus,
                  ...(reason !== undefined && { reason }),
                  ...(httpStatus === 500 && { errorId: '3b241101-e2bb-4255-8caf-4136c566a962' }),
                },
              },
            },
          },
        },
      },
    ]),
  );
}

/** References to them, by HTTP status. */
export const errorReferences = Object.fromEntries(
  errors.map(({ code, httpStatus }) => [httpStatus, { $ref: `#/components/responses/${code}` }]),
);
