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
    description: 'The question contradicts itself or is out of bounds; the message says where.',
    message: 'limit: Expected at least 1. Got 0.',
    reason: 'bad-request',
  },
  {
    code: 'UNAUTHORIZED',
    httpStatus: 401,
    description: 'A key is needed, or this one is unknown, has expired or was revoked.',
    message: 'This server needs a key: send it as "Authorization: Bearer ck_...".',
  },
  {
    code: 'NOT_FOUND',
    httpStatus: 404,
    description: 'No such project, as far as the key may know, or no such page.',
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
    description: 'The answer is larger than is sent at once.',
    message: 'The answer has 73,200 rows; at most 60,000 are sent. Ask for fewer days.',
    reason: 'answer-too-large',
  },
  {
    code: 'UNPROCESSABLE_CONTENT',
    httpStatus: 422,
    description: 'More work than one question, or those of one request, may be.',
    message:
      'The question would read about 18,300,000 facts in 3660 days; one may read 4,000,000. About 800 days fit.',
    reason: 'too-much-work',
  },
  {
    code: 'TOO_MANY_REQUESTS',
    httpStatus: 429,
    description:
      'Too many requests; the header retry-after says for how many seconds to wait. Or, with the reason ' +
      'too-many-questions, too much that was asked and is not answered yet.',
    message: 'Too many requests: 600 a minute are allowed. Try again in 12 s.',
  },
  {
    code: 'INTERNAL_SERVER_ERROR',
    httpStatus: 500,
    description: 'A defect; the id is in the log of the server.',
    message: 'Internal server error',
  },
  {
    code: 'SERVICE_UNAVAILABLE',
    httpStatus: 503,
    description: 'The server is busy, or the answer took too long.',
    message: 'The server is working on as many questions as it can take. Try again in a minute.',
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
        message: { type: 'string', description: 'For people: what is wrong, and what to do.' },
        code: { type: 'integer', description: 'That of JSON-RPC.' },
        data: {
          type: 'object',
          required: ['code', 'httpStatus'],
          properties: {
            code: { type: 'string', description: 'For programs.', examples: ['NOT_FOUND'] },
            httpStatus: { type: 'integer' },
            path: { type: 'string', description: 'The procedure that was asked.' },
            reason: {
              type: 'string',
              enum: queryErrorCodes,
              description: 'Why the question cannot be answered as asked.',
            },
            errorId: {
              type: 'string',
              format: 'uuid',
              description: 'Of a defect: what to look for in the log of the server.',
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
