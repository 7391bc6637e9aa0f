import type { TRPCError } from '@trpc/server';

const ids = new WeakMap<TRPCError, string>();

/** The id that a client is told of a defect, and that its line in the log has: the same for one error. */
export function errorIdOf(error: TRPCError): string {
  let id = ids.get(error);
  if (id === undefined) ids.set(error, (id = crypto.randomUUID()));
  return id;
}
