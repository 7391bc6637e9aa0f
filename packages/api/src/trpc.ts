import { initTRPC } from '@trpc/server';
import type { ApiContext } from './context.ts';
import { formatError } from './errors/format-error.ts';
import { toTrpcError } from './errors/to-trpc-error.ts';

/** What is said of a procedure in documents about the API. */
export interface ProcedureMeta {
  summary: string;
  /** Something that may be asked. */
  example: unknown;
}

const trpc = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  // isDev would send stack traces to clients.
  .create({ isDev: false, errorFormatter: formatError });

export const { router } = trpc;

export const procedure = trpc.procedure.use(async ({ ctx, path, next, getRawInput }) => {
  const startedAt = performance.now();
  const result = await next();
  const error = result.ok ? null : toTrpcError(result.error, await getRawInput());
  ctx.onAnswered?.({
    procedure: path,
    code: error?.code ?? 'OK',
    seconds: (performance.now() - startedAt) / 1000,
  });
  if (error !== null) throw error;
  return result;
});
