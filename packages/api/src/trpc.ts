import { initTRPC } from '@trpc/server';
import type { ApiContext } from './context.ts';
import { toTrpcError } from './to-trpc-error.ts';

// isDev would send stack traces to clients.
const trpc = initTRPC.context<ApiContext>().create({ isDev: false });

export const { router } = trpc;

export const procedure = trpc.procedure.use(async ({ next, getRawInput }) => {
  const result = await next();
  if (!result.ok) throw toTrpcError(result.error, await getRawInput());
  return result;
});
