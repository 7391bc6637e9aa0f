import { QueryError, queryErrorCodes } from '@clarity-keep/queries';
import type { TRPCDefaultErrorShape } from '@trpc/server';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { formatError } from '../../src/errors/format-error.ts';
import { toTrpcError } from '../../src/errors/to-trpc-error.ts';

/** A failure as tRPC catches it in a procedure. */
function caught(cause: unknown, code: TRPCError['code'] = 'INTERNAL_SERVER_ERROR'): TRPCError {
  return new TRPCError({ code, message: String(cause), cause });
}

function shapeOf(error: TRPCError): TRPCDefaultErrorShape {
  return {
    code: -32_603,
    message: error.message,
    data: { code: error.code, httpStatus: getHTTPStatusCodeFromError(error), path: 'pages.detail' },
  };
}

function seenByClient(error: TRPCError) {
  return formatError({ shape: shapeOf(error), error });
}

describe('a question that cannot be answered as asked', () => {
  it.each([
    ['bad-request', 400],
    ['unknown-project', 404],
    ['unknown-page', 404],
    ['unknown-report', 404],
    ['no-project', 412],
    ['too-much-work', 422],
    ['answer-too-large', 413],
    ['too-slow', 503],
    ['too-many-questions', 429],
    ['busy', 503],
    ['cancelled', 499],
  ] as const)('for "%s" has status %i, its reason and its words', (code, status) => {
    const error = toTrpcError(caught(new QueryError(code, 'Ask for fewer days.')), {});
    expect(getHTTPStatusCodeFromError(error)).toBe(status);
    expect(seenByClient(error)).toMatchObject({
      message: 'Ask for fewer days.',
      data: { reason: code },
    });
    expect(queryErrorCodes).toContain(code);
  });

  it('names what was wrong with its input, and what it was', () => {
    const rawInput = { days: 'seven' };
    const cause = z.object({ days: z.int() }).safeParse(rawInput).error;
    const seen = seenByClient(toTrpcError(caught(cause, 'BAD_REQUEST'), rawInput));
    expect(seen).toMatchObject({
      message: 'days must be a whole number, not "seven".',
      data: { code: 'BAD_REQUEST', reason: 'bad-request' },
    });
  });
});

describe('a defect of ours', () => {
  const secret = new Error('SQLITE_CORRUPT in /srv/clarity.db');

  it('shows nothing of itself but an id, which is the same wherever it is told', () => {
    const error = toTrpcError(caught(secret), {});
    const seen = seenByClient(error);
    expect(JSON.stringify(seen)).not.toContain('SQLITE');
    expect(seen.message).toBe('Internal server error');
    expect(seen.data.errorId).toMatch(/^[\da-f-]{36}$/);
    expect(seenByClient(error).data.errorId).toBe(seen.data.errorId);
    expect(error.cause).toBe(secret);
  });

  it('has an id of its own', () => {
    const ids = [1, 2].map(() => seenByClient(toTrpcError(caught(secret), {})).data.errorId);
    expect(new Set(ids).size).toBe(2);
  });

  it('is also an answer that is not of its promised shape', () => {
    const cause = z.string().safeParse(1).error;
    expect(toTrpcError(caught(cause), {})).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Internal server error',
    });
  });

  it('is kept where tRPC itself failed, without a cause', () => {
    const error = new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'no output' });
    expect(toTrpcError(error, {}).cause).toBe(error);
  });
});

it('leaves to tRPC what it says itself, such as an unknown procedure', () => {
  const error = new TRPCError({ code: 'NOT_FOUND', message: 'No procedure found' });
  expect(toTrpcError(error, {})).toBe(error);
  expect(seenByClient(error)).toEqual(shapeOf(error));
});
