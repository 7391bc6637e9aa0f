import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';

/** A request that is refused, with the status that routes with pages of their own go by. */
export function refusal(code: TRPCError['code'], message: string): TRPCError {
  const error = new TRPCError({ code, message });
  return Object.assign(error, { statusCode: getHTTPStatusCodeFromError(error) });
}
